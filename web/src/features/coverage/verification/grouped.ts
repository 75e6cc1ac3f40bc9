import type { eligibility, Reply } from '@foyer/contract'

export type Verification = Reply<typeof eligibility.readVerification>
export type Visit = Verification['visits'][number]
export type VisitState = Visit['state']

/** One policy of a visit, or a visit that goes to none. */
export interface VisitLine {
  readonly key: string
  readonly visit: Visit
  readonly policy: Visit['policies'][number] | null
  readonly state: VisitState
  /** Its place among the policies of the visit, from 1, and how many these are. */
  readonly place: number
  readonly of: number
}

export type PayerLine = Verification['payers'][number]

/** What needs a person before what goes by itself. */
export const states: readonly VisitState[] = [
  'not-covered',
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
  readonly lines: readonly VisitLine[]
}

/** Each policy of each visit. */
export function linesOf(visits: readonly Visit[]): readonly VisitLine[] {
  return visits.flatMap((visit): readonly VisitLine[] => {
    const { appointmentId, policies, state } = visit
    if (policies.length === 0) return [{ key: appointmentId, visit, policy: null, state, place: 1, of: 1 }]
    return policies.map((policy, at) => ({
      key: `${appointmentId} ${policy.coverageId}`,
      visit,
      policy,
      state: policy.state,
      place: at + 1,
      of: policies.length,
    }))
  })
}

/** Verified are visits, and not one policy of a visit of which another needs somebody. */
function isShown({ state, visit }: VisitLine, only: VisitState | null): boolean {
  return only === null || (only === 'verified' ? visit.state === only : state === only)
}

/**
 * By payer, the one with most to do first; within it by state, then by time. Visits of a payer that is down and that only
 * wait for it need nobody: they make up one line.
 */
export function grouped({ visits, payers }: Verification, only: VisitState | null): readonly Group[] {
  const shown = linesOf(visits).filter((line) => isShown(line, only))
  const groups = [...Map.groupBy(shown, ({ policy }) => policy?.payerId ?? null)].map(
    ([payerId, those]): Group => ({
      payer: payers.find((payer) => payer.payerId === payerId) ?? null,
      lines: those.toSorted(
        (a, b) => states.indexOf(a.state) - states.indexOf(b.state) || (a.visit.start < b.visit.start ? -1 : 1),
      ),
    }),
  )
  const toDo = ({ lines }: Group): number => lines.filter(({ state }) => states.indexOf(state) < 5).length
  return groups.toSorted((a, b) => toDo(b) - toDo(a) || (a.payer?.name ?? '').localeCompare(b.payer?.name ?? ''))
}

export function isFolded({ payer }: Group): boolean {
  return payer?.downSince != null
}
