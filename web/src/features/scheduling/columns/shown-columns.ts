import { useState } from 'react'
import type { DayResource, ResourceKind } from '../shapes.ts'

export const kinds = ['practitioner', 'room', 'device', 'interpreter'] as const satisfies readonly ResourceKind[]

const key = 'foyer.calendar.columns'

function remembered(): readonly ResourceKind[] {
  try {
    const chosen = (localStorage.getItem(key) ?? '').split(' ')
    const known = kinds.filter((kind) => chosen.includes(kind))
    return known.length > 0 ? known : ['practitioner']
  } catch {
    return ['practitioner']
  }
}

/** Which kinds of columns this machine shows. */
export function useShownKinds(): readonly [readonly ResourceKind[], (kinds: readonly ResourceKind[]) => void] {
  const [shown, setShown] = useState(remembered)
  const choose = (next: readonly ResourceKind[]) => {
    setShown(next)
    try {
      localStorage.setItem(key, next.join(' '))
    } catch {
      // Storage may be blocked: the choice then lasts until the page is left.
    }
  }
  return [shown, choose]
}

/** Clinicians first, then rooms, devices, interpreters; whoever takes part in what is held stands there in any case. */
export function columnsOf(
  resources: readonly DayResource[],
  shown: readonly ResourceKind[],
  taking: readonly string[],
): readonly DayResource[] {
  return kinds.flatMap((kind) =>
    resources.filter((one) => one.kind === kind && (shown.includes(kind) || taking.includes(one.id))),
  )
}
