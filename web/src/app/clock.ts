import { dateAt, Temporal } from '@foyer/kernel'
import { useSyncExternalStore } from 'react'

const everyMs = 10_000
const listeners = new Set<() => void>()
let now = Temporal.Now.instant().toString({ smallestUnit: 'second' })
let timer: ReturnType<typeof setInterval> | undefined

function tick(): void {
  now = Temporal.Now.instant().toString({ smallestUnit: 'second' })
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(tick, everyMs)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** The instant now (ISO, UTC), moving on every 10 seconds. */
export function useNow(): string {
  return useSyncExternalStore(subscribe, () => now)
}

/** The civil date now (`YYYY-MM-DD`) in an IANA zone. For a site: `useToday` in site.ts. */
export function useDateIn(timeZone: string): string {
  return useSyncExternalStore(subscribe, () => dateAt(Temporal.Instant.from(now), timeZone))
}
