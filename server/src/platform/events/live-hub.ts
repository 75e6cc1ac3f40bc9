import type { LiveEvent } from '@foyer/contract'

/** Browsers that listen, by organization. */
export interface LiveHub {
  join(organization: string, send: (event: LiveEvent) => void): () => void
  publish(organization: string, event: LiveEvent): void
}

export function openLiveHub(): LiveHub {
  const listeners = new Map<string, Set<(event: LiveEvent) => void>>()
  return {
    join: (organization, send) => {
      const those = listeners.get(organization) ?? new Set()
      listeners.set(organization, those.add(send))
      return () => {
        those.delete(send)
      }
    },
    publish: (organization, event) => {
      for (const send of listeners.get(organization) ?? []) send(event)
    },
  }
}
