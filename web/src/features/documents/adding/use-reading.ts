import { documents } from '@foyer/contract'
import { useEffect, useRef } from 'react'
import { refresh } from '../../../app/ask.ts'
import { call } from '../../../app/client.ts'
import { openTextReader, type TextReader } from '../capture/read-text.ts'
import { pagesOf } from './pages-of.ts'

interface Added {
  readonly documentId: string
  readonly file: Blob
}

/** Letters that are kept of one document. */
const MOST = 20_000

/**
 * Reads the words of pictures and scanned letters after they were added, one after the other and here, so that they are
 * found by what they say. Nobody waits for it: what cannot be read is found by its title.
 */
export function useReading(patientId: string): (added: Added) => void {
  const reader = useRef<TextReader | null>(null)
  const waiting = useRef<Added[]>([])
  const isReading = useRef(false)
  useEffect(
    () => () => {
      waiting.current = []
      reader.current?.end()
      reader.current = null
    },
    [],
  )

  const read = async ({ documentId, file }: Added): Promise<void> => {
    const texts: string[] = []
    for (const page of await pagesOf(file)) texts.push((await reader.current?.read(page)) ?? '')
    const words = texts.join(' ').replaceAll(/\s+/g, ' ').trim().slice(0, MOST)
    if (words === '') return
    await call(documents.noteDocumentWords, { patientId, documentId, words })
    void refresh(documents.listDocuments)
  }
  const work = async (): Promise<void> => {
    if (isReading.current) return
    isReading.current = true
    reader.current ??= openTextReader()
    for (let next = waiting.current.shift(); next; next = waiting.current.shift()) await read(next).catch(() => {})
    reader.current?.end()
    reader.current = null
    isReading.current = false
  }
  return (added) => {
    waiting.current.push(added)
    void work()
  }
}
