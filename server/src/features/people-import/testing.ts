import { peopleImport } from '@foyer/contract'
import type { TestClient } from '../../platform/testing/test-app.ts'

/** Sends a file as a browser does and lets it be looked through. Answers the run. */
export async function sendFile(client: TestClient, content: string | Buffer, fileName = 'people.csv'): Promise<string> {
  const bytes = Buffer.from(content)
  const { id } = (await client.call(peopleImport.beginImport, { fileName, bytes: bytes.length })).body
  for (let part = 0; part * peopleImport.importPartBytes < bytes.length; part += 1)
    await client.call(peopleImport.sendImportPart, {
      runId: id,
      part,
      content: bytes
        .subarray(part * peopleImport.importPartBytes, (part + 1) * peopleImport.importPartBytes)
        .toString('base64'),
    })
  const answer = await client.call(peopleImport.inspectImport, { runId: id })
  if (answer.status !== 200) throw new Error(`the file was not taken: ${JSON.stringify(answer.refusal)}`)
  return id
}

/** Waits until the run is in one of these states. */
export async function untilState(client: TestClient, runId: string, ...states: readonly string[]) {
  for (let waited = 0; waited < 120_000; waited += 50) {
    const { body } = await client.call(peopleImport.readImport, { runId })
    if (states.includes(body.state)) return body
    await new Promise((next) => setTimeout(next, 50))
  }
  throw new Error(`the run never came to ${states.join(' or ')}`)
}

export async function checked(client: TestClient, runId: string) {
  await client.call(peopleImport.checkImport, { runId })
  return untilState(client, runId, 'checked', 'failed')
}

export async function ran(client: TestClient, runId: string) {
  await checked(client, runId)
  await client.call(peopleImport.runImport, { runId })
  return untilState(client, runId, 'done', 'failed')
}

export async function undone(client: TestClient, runId: string) {
  await client.call(peopleImport.undoImport, { runId })
  return untilState(client, runId, 'undone', 'failed')
}

/** A CSV text of these rows. */
export function csv(header: string, rows: readonly string[]): string {
  return [header, ...rows].join('\r\n')
}

/** Columns of the file that `rows` invents. */
export const header = 'Last,First,Middle,DOB,Sex,Cell,E-mail,Address,City,State,Zip,MRN,Insurance,Member ID,Maiden name'

/** What bringing in and taking back together leave as it was. */
export const tables = [
  'patient',
  'contact_point',
  'patient_identifier',
  'patient_name',
  'patient_address',
  'coverage',
  'payer',
  'related_person',
  'duplicate_pair',
  'patient_key',
]

/** Rows of people who are nobody else; `mark` begins their family names, e-mails and numbers. */
export function rows(many: number, mark: string): string[] {
  const word = (at: number, length: number) =>
    Array.from({ length }, (_, nth) => 'bcdfghjklmnpqrstvwxz'[(at * (nth + 3) + nth * 7 + (at >> nth)) % 20]).join('a')
  return Array.from({ length: many }, (_, at) =>
    [
      `${mark}${word(at, 4)}`,
      `${word(at + 11, 3)}o`,
      '',
      `${1 + (at % 12)}/${1 + (at % 28)}/${1930 + (at % 75)}`,
      at % 2 ? 'F' : 'M',
      `312${String(5_550_000 + at).slice(0, 7)}`,
      `${mark}${at}@example.org`,
      `${at + 1} Oak St`,
      'Chicago',
      'IL',
      '60640',
      `${mark}-${at}`,
      at % 3 ? '' : `${mark} Health`,
      at % 3 ? '' : `M${at}`,
      at % 5 ? '' : 'Oldname',
    ].join(','),
  )
}
