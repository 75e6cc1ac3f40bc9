import type { eligibility, Reply } from '@foyer/contract'

export type Verification = Reply<typeof eligibility.readVerification>
export type VisitLine = Verification['visits'][number]
export type VisitState = VisitLine['state']
export type PayerLine = Verification['payers'][number]

/** What needs a person before what goes by itself. */
export const states: readonly VisitState[] = [
  'changed',
  'failed',
  'no-coverage',
  'never-asked',
  'asking',
  'restricted',
  'verified',
]

export interface Group {
  /** Null: visits without coverage. */
  readonly payer: PayerLine | null
  readonly visits: readonly VisitLine[]
}

/**
 * By payer, the one with most to do first; within it by state, then by time. Visits of a payer that is down and that only
 * wait for it need nobody: they make up one line.
 */
export function grouped({ visits, payers }: Verification, only: VisitState | null): readonly Group[] {
  const shown = visits.filter(({ state }) => only === null || state === only)
  const groups = [...Map.groupBy(shown, ({ payerId }) => payerId)].map(
    ([payerId, those]): Group => ({
      payer: payers.find((payer) => payer.payerId === payerId) ?? null,
      visits: those.toSorted(
        (a, b) => states.indexOf(a.state) - states.indexOf(b.state) || (a.start < b.start ? -1 : 1),
      ),
    }),
  )
  const toDo = ({ visits: those }: Group): number => those.filter(({ state }) => states.indexOf(state) < 4).length
  return groups.toSorted((a, b) => toDo(b) - toDo(a) || (a.payer?.name ?? '').localeCompare(b.payer?.name ?? ''))
}

export function isFolded({ payer }: Group): boolean {
  return payer?.downSince != null
}
