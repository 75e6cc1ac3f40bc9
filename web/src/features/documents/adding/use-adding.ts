import { documents } from '@foyer/contract'
import { useState } from 'react'
import { refresh } from '../../../app/ask.ts'
import { ProblemError } from '../../../app/client.ts'
import { sendLarge } from '../../../app/send-large.ts'
import { showToast } from '../../../ui/index.ts'
import type { DocumentType } from '../shapes.ts'
import { type Say, useWords } from '../use-words.ts'
import { makeReady } from './make-ready.ts'
import { useReading } from './use-reading.ts'

export interface Wanted {
  readonly file: Blob
  readonly title: string
  readonly type: DocumentType
  readonly source: 'desk' | 'camera' | 'capture'
  /** What was read from it before. */
  readonly words?: string
}

export interface Adding extends Wanted {
  readonly key: string
  /** 0 to 1; null while it is made ready. */
  readonly share: number | null
  readonly fault: string | null
}

function faultText(error: unknown, say: Say): string {
  return say(error instanceof ProblemError && error.status === 0 ? 'unreached' : 'faulted')
}

/** Adds files one after the other, and tells how far each is. What failed stays until it is tried again or dismissed. */
export function useAdding(patientId: string) {
  const { say } = useWords()
  const read = useReading(patientId)
  const [all, setAll] = useState<readonly Adding[]>([])
  const change = (key: string, part: Partial<Adding>) =>
    setAll((before) => before.map((one) => (one.key === key ? { ...one, ...part } : one)))
  const dismiss = (key: string) => setAll((before) => before.filter((one) => one.key !== key))

  const send = async (key: string, wanted: Wanted, isQuiet = false): Promise<boolean> => {
    try {
      const ready = await makeReady(wanted.file)
      if (typeof ready === 'string') {
        change(key, { fault: say(`refused_${ready}`) })
        return false
      }
      change(key, { share: 0 })
      const { type, title, source } = wanted
      const words = [wanted.words ?? '', ready.words].join(' ').trim()
      const result = await sendLarge(
        documents.addDocument,
        { patientId, type, title, source, content: ready.content, thumbnail: ready.thumbnail, words },
        { idempotencyKey: key, onProgress: (share) => change(key, { share }) },
      )
      if (!result.ok) {
        change(key, { fault: say(`refused_${result.error.reason}`) })
        return false
      }
      dismiss(key)
      const { document, wasHere } = result.value
      void refresh(documents.listDocuments)
      if (!wasHere && words === '' && type !== 'photo') read({ documentId: document.id, file: wanted.file })
      if (!isQuiet || wasHere)
        showToast({
          text: say(wasHere ? 'wasHere' : 'added', { title: document.title }),
          kind: wasHere ? 'info' : 'ok',
        })
      return !wasHere
    } catch (error) {
      change(key, { fault: faultText(error, say) })
      return false
    }
  }

  const add = async (wanted: readonly Wanted[]): Promise<void> => {
    const begun = wanted.map((one) => ({ ...one, key: crypto.randomUUID(), share: null, fault: null }))
    setAll((before) => [...before, ...begun])
    let count = 0
    for (const one of begun) if (await send(one.key, one, begun.length > 1)) count += 1
    if (begun.length > 1 && count > 0) showToast({ text: say('addedMany', { count }) })
  }
  const retry = (one: Adding) => {
    change(one.key, { fault: null, share: null })
    void send(one.key, one)
  }
  return { adding: all, add, retry, dismiss }
}
