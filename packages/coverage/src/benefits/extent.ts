import type { Dated } from './eligibility.ts'
import { lasting } from './holding.ts'
import { type Span, type StandingOn, spansOf, standingOn } from './spans.ts'

/** How a statement of the plan stands on a day, and the time that says so. */
export interface Extent extends Span {
  readonly is: StandingOn['is'] | 'cobra-over' | 'died'
  /** Other times in which it holds. */
  readonly also: readonly Span[]
}

/**
 * By the dates of X279A1 2110 and 2100: eligibility (307, 356, 357), plan (291, 346, 347), benefit (292, 348, 349), policy
 * (539, 540) and period (193, 194) each bound it. So do the end of COBRA (341), unless the cover began anew after it, and the
 * day of a death (442). When COBRA begins (340) and until when premiums are paid (342, 343) says nothing of whether there is
 * cover.
 */
export function extentOn(own: readonly Dated[], ofPerson: readonly Dated[], on: string): Extent {
  const dates = [...own, ...notOverridden(own, ofPerson)]
  const ofKind = (wanted: Dated['kind']): readonly Dated[] => dates.filter(({ kind }) => kind === wanted)
  const kinds = lasting.map(ofKind).filter((lines) => lines.length > 0)
  const standings = kinds.map((lines) => standingOn(lines, on))
  const [died] = ofKind('death')
    .flatMap(({ from }) => from ?? [])
    .toSorted()
  const cobra = ofKind('cobra')
  const also = stretches([...kinds, ...(died === undefined ? [] : [[{ from: null, until: died }]])])
  const apart = (span: Span): Pick<Extent, 'also'> => ({ also: also.filter(({ from }) => from !== span.from) })
  const ended = standings.filter(({ is }) => is === 'over').map(({ span }) => span)
  const [first] = ended.toSorted((a, b) => (a.until ?? '').localeCompare(b.until ?? ''))
  if (first) return { is: 'over', ...first, ...apart(first) }
  if (died !== undefined && died < on) return { is: 'died', from: null, until: died, also: [] }
  const coming = standings.filter(({ is }) => is === 'to-come').map(({ span }) => span)
  const [next] = coming.toSorted((a, b) => (b.from ?? '').localeCompare(a.from ?? ''))
  if (next) return { is: 'to-come', ...next, ...apart(next) }
  const held = standings.map(({ span }) => span).reduce(within, { from: null, until: died ?? null })
  const ofCobra = cobra.length > 0 ? standingOn(cobra, on) : null
  const until = ofCobra?.span.until ?? null
  // Cover that begins after COBRA ended is another.
  const isBounded = until !== null && (held.from === null || held.from <= until)
  if (isBounded && ofCobra?.is === 'over') return { is: 'cobra-over', from: null, until, also: [] }
  const isDisputed = [...standings, ...(isBounded && ofCobra ? [ofCobra] : [])].some(({ is }) => is === 'disputed')
  const span = isBounded && ofCobra?.is === 'in' ? within(held, { from: null, until }) : held
  return { is: isDisputed ? 'disputed' : 'in', ...span, ...apart(held) }
}

/**
 * A date in the loop of a benefit takes the place of the same one of the person (X279A1, 2110 DTP): by its kind, for the ends
 * that it names. What is left of a range then, and does not fit it, is of another time.
 */
function notOverridden(own: readonly Dated[], ofPerson: readonly Dated[]): readonly Dated[] {
  return ofPerson.flatMap((one) => {
    const same = own.filter(({ kind }) => kind === one.kind)
    const froms = same.flatMap(({ from }) => from ?? [])
    const untils = same.flatMap(({ until }) => until ?? [])
    const from = froms.length > 0 ? null : one.from
    const until = untils.length > 0 ? null : one.until
    const isOfAnother =
      (until !== null && froms.some((day) => until < day)) || (from !== null && untils.some((day) => day < from))
    return (from === null && until === null) || isOfAnother ? [] : [{ ...one, from, until }]
  })
}

function within(a: Span, b: Span): Span {
  const from = a.from === null || b.from === null ? (a.from ?? b.from) : a.from > b.from ? a.from : b.from
  const until = a.until === null || b.until === null ? (a.until ?? b.until) : a.until < b.until ? a.until : b.until
  return { from, until }
}

/** All times in which every kind of dates surely holds. */
function stretches(kinds: readonly (readonly Span[])[]): readonly Span[] {
  const none: readonly Span[] = [{ from: null, until: null }]
  return kinds.reduce<readonly Span[]>((so, lines) => {
    const { sure } = spansOf(lines)
    return so.flatMap((one) =>
      sure
        .map((other) => within(one, other))
        .filter(({ from, until }) => from === null || until === null || from <= until),
    )
  }, none)
}
