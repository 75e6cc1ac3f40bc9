import { useSyncExternalStore } from 'react'
import { whenSignedOut } from '../../app/session.ts'

const key = 'foyer.recent-people'
const most = 6
let ids: readonly string[] | undefined
const listeners = new Set<() => void>()

function read(): readonly string[] {
  if (ids === undefined) {
    try {
      const stored: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]')
      ids = Array.isArray(stored) ? stored.filter((id) => typeof id === 'string') : []
    } catch {
      ids = []
    }
  }
  return ids
}

/** Remembers whose record was opened in this window: ids only, and only until it is closed. */
export function rememberOpened(patientId: string): void {
  if (read()[0] === patientId) return
  ids = [patientId, ...read().filter((id) => id !== patientId)].slice(0, most)
  try {
    sessionStorage.setItem(key, JSON.stringify(ids))
  } catch {
    // Storage may be blocked: the list then lasts until the page is left.
  }
  for (const listener of listeners) listener()
}

whenSignedOut(() => {
  ids = []
  try {
    sessionStorage.removeItem(key)
  } catch {
    // As above.
  }
  for (const listener of listeners) listener()
})

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Whose record was opened lately, the latest first. */
export function useRecent(): readonly string[] {
  return useSyncExternalStore(subscribe, read)
}
