import { documents } from '@foyer/contract'
import { useRef } from 'react'
import { refresh } from '../../../app/ask.ts'
import { call } from '../../../app/client.ts'
import { showToast } from '../../../ui/index.ts'
import type { DocumentType } from '../shapes.ts'
import { useWords } from '../use-words.ts'
import { makeReady } from './make-ready.ts'

interface Kept {
  readonly picture: Blob
  readonly type: DocumentType
  readonly words: string
}

/** A picture that somebody wants to keep of a person whose record may not be there yet. */
export function useKeptPicture() {
  const { say } = useWords()
  const kept = useRef<Kept | null>(null)
  return {
    keep: (picture: Blob | null, type: DocumentType, words = ''): void => {
      kept.current = picture && { picture, type, words }
    },
    /** Does nothing where nothing was kept. Says when it did not work; the picture is then gone. */
    addTo: async (patientId: string): Promise<void> => {
      const wanted = kept.current
      kept.current = null
      if (!wanted) return
      const title = say(`type_${wanted.type}`)
      try {
        const ready = await makeReady(wanted.picture)
        if (typeof ready === 'string') throw new Error(ready)
        const { type, words } = wanted
        const { content, thumbnail } = ready
        const body = { type, title, content, thumbnail, words: words.slice(0, 20_000), source: 'capture' } as const
        const result = await call(documents.addDocument, { patientId, ...body })
        if (!result.ok) throw new Error(result.error.reason)
        void refresh(documents.listDocuments)
      } catch {
        showToast({ text: say('notAdded', { title }), kind: 'bad' })
      }
    },
  }
}
