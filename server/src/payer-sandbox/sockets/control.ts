import type { Trouble } from '../cast/policy.ts'

/** How a payer is, for stories and demonstrations: `slow` answers late, `garbage` with a web page. */
export const modes = ['up', 'down', 'slow', 'garbage'] as const
export type Mode = (typeof modes)[number]

export interface ControlState {
  /** Of all payers that are not named. */
  readonly mode: Mode
  readonly payers: Readonly<Record<string, Mode>>
}

export interface Control {
  /** @param payer its number as it is asked for (NM109); null: all, and whatever was set of one is forgotten */
  set(mode: Mode, payer?: string | null): void
  state(): ControlState
}

const troubles: Readonly<Record<Mode, Trouble | null>> = { up: null, down: 'gone', slow: 'slow', garbage: 'page' }

export function openControl(): Control & { troubleOf(payers: readonly string[]): Trouble | null } {
  let mode: Mode = 'up'
  const payers = new Map<string, Mode>()
  return {
    set(to, payer = null) {
      if (payer !== null) payers.set(payer, to)
      else {
        mode = to
        payers.clear()
      }
    },
    state: () => ({ mode, payers: Object.fromEntries(payers) }),
    troubleOf(asked) {
      const own = asked.map((payer) => payers.get(payer) ?? mode)
      return troubles[own.find((one) => one !== 'up') ?? (own.length === 0 ? mode : 'up')]
    },
  }
}
