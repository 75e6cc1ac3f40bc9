import { documents } from '@foyer/contract'
import { useEffect, useState } from 'react'
import { addressOf, ProblemError } from '../../../app/client.ts'

export type Content = { readonly state: 'loading' } | { readonly state: 'here'; readonly blob: Blob } | Failed
interface Failed {
  readonly state: 'failed'
  readonly error: ProblemError
}

const loading: Content = { state: 'loading' }

/** The document itself. It is fetched when it is looked at and never before: each time stands in the audit trail. */
export function useContent(patientId: string, documentId: string): Content {
  const [found, setFound] = useState<{ readonly id: string; readonly content: Content } | null>(null)
  useEffect(() => {
    const leaving = new AbortController()
    const load = async (): Promise<Content> => {
      const address = addressOf(documents.readDocument, { patientId, documentId })
      const answer = await fetch(address, { signal: leaving.signal })
      if (!answer.ok) return { state: 'failed', error: new ProblemError(answer.status, 'fault') }
      return { state: 'here', blob: await answer.blob() }
    }
    const show = async () => {
      const content = await load().catch((): Content => ({ state: 'failed', error: new ProblemError(0, 'offline') }))
      if (!leaving.signal.aborted) setFound({ id: documentId, content })
    }
    void show()
    return () => leaving.abort()
  }, [patientId, documentId])
  return found?.id === documentId ? found.content : loading
}
