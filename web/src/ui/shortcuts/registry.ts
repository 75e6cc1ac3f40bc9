import { spellKeys } from './keys.ts'

/** From the widest to the innermost. */
export const scopes = ['app', 'page', 'pane', 'dialog'] as const
export type ShortcutScope = (typeof scopes)[number]

export type ActiveShortcut = {
  readonly keys: string
  readonly label: string
  readonly group?: string
  readonly scope: ShortcutScope
}
type Entry = ActiveShortcut & { readonly spelled: string; readonly run: () => void }
export type StrokeOutcome = 'ran' | 'waiting' | 'unknown'

/** Which shortcuts are in force, and what a stroke means now. Knows neither the DOM nor the clock. */
export function createShortcutRegistry() {
  let entries: readonly Entry[] = []
  let active: readonly ActiveShortcut[] = []
  let modals = 0
  let pending = ''
  const listeners = new Set<() => void>()

  const changed = () => {
    active = inForce()
    for (const listener of listeners) listener()
  }

  /** Innermost scope first, later registrations before earlier ones; of equal keys only the first counts. */
  function inForce(): readonly Entry[] {
    const open = modals > 0 ? entries.filter((entry) => entry.scope === 'dialog') : entries
    const ranked = [...open].reverse().sort((a, b) => scopes.indexOf(b.scope) - scopes.indexOf(a.scope))
    return ranked.filter((entry, at) => ranked.findIndex((other) => other.spelled === entry.spelled) === at)
  }

  function match(sequence: string): StrokeOutcome {
    const candidates = inForce()
    const exact = candidates.find((entry) => entry.spelled === sequence)
    if (exact) {
      pending = ''
      exact.run()
      return 'ran'
    }
    const isPrefix = candidates.some((entry) => entry.spelled.startsWith(`${sequence} `))
    pending = isPrefix ? sequence : ''
    return isPrefix ? 'waiting' : 'unknown'
  }

  return {
    add(shortcut: ActiveShortcut, run: () => void): () => void {
      const entry: Entry = { ...shortcut, spelled: spellKeys(shortcut.keys), run }
      entries = [...entries, entry]
      changed()
      return () => {
        entries = entries.filter((other) => other !== entry)
        changed()
      }
    },
    enterModal(): () => void {
      modals += 1
      changed()
      return () => {
        modals -= 1
        changed()
      }
    },
    /** A stroke continues a sequence; if it cannot, it counts on its own. */
    press(stroke: string): StrokeOutcome {
      const before = pending
      if (before !== '') {
        const outcome = match(`${before} ${stroke}`)
        if (outcome !== 'unknown') return outcome
      }
      return match(stroke)
    },
    forget(): void {
      pending = ''
    },
    list: (): readonly ActiveShortcut[] => active,
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export const shortcuts = createShortcutRegistry()
