import { useSyncExternalStore } from 'react'

/** What stands in the palette when it opens; null while it is closed. */
let text: string | null = null
const listeners = new Set<() => void>()

function become(next: string | null): void {
  text = next
  for (const listener of listeners) listener()
}

/** Opens the search palette, with something typed already if given (the number of a caller). */
export function openSearch(typed = ''): void {
  become(typed)
}

export function closeSearch(): void {
  become(null)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useSearchText(): string | null {
  return useSyncExternalStore(subscribe, () => text)
}
