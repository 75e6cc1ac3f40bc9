import { useSyncExternalStore } from 'react'

let isOpen = false
const listeners = new Set<() => void>()

function become(next: boolean): void {
  isOpen = next
  for (const listener of listeners) listener()
}

export function openDemoPhone(): void {
  become(true)
}

export function closeDemoPhone(): void {
  become(false)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useIsDemoPhoneOpen(): boolean {
  return useSyncExternalStore(subscribe, () => isOpen)
}
