import { isPrintable, spellKeys } from './keys.ts'

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

/** A sequence, or two keys. Who typed more was typing words. */
const mostAhead = 2

/** Which shortcuts are in force, and what a stroke means now. Knows neither the DOM nor the clock. */
export function createShortcutRegistry() {
  let entries: readonly Entry[] = []
  let active: readonly ActiveShortcut[] = []
  let modals = 0
  let pending = ''
  let leaves = 0
  let ahead: readonly string[] = []
  const listeners = new Set<() => void>()

  const changed = () => {
    active = inForce()
    for (const listener of listeners) listener()
    // Whoever registers a key is not done yet with what the key is for.
    if (ahead.length > 0) queueMicrotask(catchUp)
  }

  /** A key that nothing answers to yet waits for what is still being read, until it is forgotten. */
  function catchUp(): void {
    if (ahead.length > mostAhead) ahead = []
    while (leaves === 0 && ahead.length > 0) {
      const [stroke = '', ...rest] = ahead
      ahead = rest
      if (pressNow(stroke) !== 'unknown') continue
      ahead = [stroke, ...rest]
      return
    }
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

  function pressNow(stroke: string): StrokeOutcome {
    const before = pending
    if (before !== '') {
      const outcome = match(`${before} ${stroke}`)
      if (outcome !== 'unknown') return outcome
    }
    return match(stroke)
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
    /**
     * The page is being left: keys typed from now on are meant for the one that is on its way and count there, never here,
     * where they would be taken for somebody else. Ends with what it returns, which may be called twice.
     */
    leave(): () => void {
      let isOver = false
      leaves += 1
      return () => {
        if (isOver) return
        isOver = true
        leaves -= 1
        catchUp()
      }
    },
    /** A stroke continues a sequence; if it cannot, it counts on its own. */
    press(stroke: string): StrokeOutcome {
      if ((leaves === 0 && ahead.length === 0) || !isPrintable(stroke)) return pressNow(stroke)
      ahead = [...ahead, stroke]
      return 'waiting'
    },
    forget(): void {
      pending = ''
      ahead = []
    },
    list: (): readonly ActiveShortcut[] => active,
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export const shortcuts = createShortcutRegistry()
