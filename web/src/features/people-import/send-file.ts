import { peopleImport } from '@foyer/contract'
import { call } from '../../app/client.ts'

/** In base64, without a string of the whole part in between that a call could be too long for. */
async function base64Of(part: Blob): Promise<string> {
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(typeof reader.result === 'string' ? reader.result : ''))
    reader.addEventListener('error', () => reject(new Error('the file cannot be read')))
    reader.readAsDataURL(part)
  })
  return url.slice(url.indexOf(',') + 1)
}

export type Sent = { readonly runId: string } | { readonly refused: 'incomplete' | 'no-rows' | 'wrong-state' }

/** Sends a file part by part, so that one of any size needs no more memory than a part. */
export async function sendFile(file: File, onSent: (bytes: number) => void): Promise<Sent> {
  const begun = await call(peopleImport.beginImport, { fileName: file.name, bytes: file.size })
  if (!begun.ok) throw new Error('not begun')
  const runId = begun.value.id
  const size = peopleImport.importPartBytes
  for (let part = 0; part * size < file.size; part += 1) {
    const content = await base64Of(file.slice(part * size, (part + 1) * size))
    const sent = await call(peopleImport.sendImportPart, { runId, part, content })
    if (!sent.ok) return { refused: sent.error.reason }
    onSent(Math.min(file.size, (part + 1) * size))
  }
  const looked = await call(peopleImport.inspectImport, { runId })
  return looked.ok ? { runId } : { refused: looked.error.reason }
}
