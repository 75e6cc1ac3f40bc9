import { findOpenings, naiveOpenings } from '@foyer/scheduling'
import type { Figure } from '../topic.ts'
import { figure, plain } from './figures.ts'
import { build, now, practiceRows } from './practice.ts'
import { timeInTurn } from './timing.ts'
import { plainRequest } from './visits.ts'

/**
 * The twin of the package would take minutes for a thousand. Both answer this smaller request in the same run, so nothing
 * is reckoned up.
 */
export const TWIN_CLINICIANS = 10

/** All openings, ranked, by the index and by the package's naive twin, which looks at every rule and interval by itself. */
export function twinFigures(note: (text: string) => void, days: number, fill: number): Figure[] {
  note(`the twin of the package, ${TWIN_CLINICIANS} clinicians`)
  const rows = practiceRows(TWIN_CLINICIANS, days, fill)
  const index = build(rows, days)
  const request = plainRequest(rows, Infinity)
  const resources = rows.map((row) => ({ ...row, lanes: 1 }))
  const ours = findOpenings(request, index, now).openings
  const theirs = naiveOpenings(request, resources, now)
  const isSame =
    ours.length === theirs.length &&
    ours.every(({ start, assignments }, at) => {
      const other = theirs[at]
      return start === other?.start && assignments[0]?.resourceId === other.leadId
    })
  const times = timeInTurn(
    { index: () => findOpenings(request, index, now), twin: () => naiveOpenings(request, resources, now) },
    3,
  )
  const [kept, twin] = [times.get('index')?.median ?? Number.NaN, times.get('twin')?.median ?? Number.NaN]
  return [
    plain(`all-${TWIN_CLINICIANS}-ranked`, kept, 'ms'),
    plain(`all-${TWIN_CLINICIANS}-twin`, twin, 'ms'),
    figure('all-faster-than-twin', twin / kept, 'x', '>=100', isSame && twin / kept >= 100),
  ]
}
