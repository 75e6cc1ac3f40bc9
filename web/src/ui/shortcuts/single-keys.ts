import { useSyncExternalStore } from 'react'

const key = 'foyer.single-keys'
const listeners = new Set<() => void>()
let isOn: boolean | null = null

/** Single-key shortcuts can be turned off: WCAG 2.2, success criterion 2.1.4. */
export function areSingleKeysOn(): boolean {
  if (isOn === null) {
    try {
      isOn = localStorage.getItem(key) !== 'off'
    } catch {
      isOn = true
    }
  }
  return isOn
}

export function setSingleKeys(on: boolean): void {
  isOn = on
  try {
    localStorage.setItem(key, on ? 'on' : 'off')
  } catch {
    // Storage may be blocked: the choice then lasts until the page is left.
  }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useSingleKeys(): boolean {
  return useSyncExternalStore(subscribe, areSingleKeysOn)
}
