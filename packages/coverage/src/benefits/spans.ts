/** Civil dates, both of them within it; null is open to that side. */
export interface Span {
  readonly from: string | null
  readonly until: string | null
}

export type StandingOn =
  | { readonly is: 'in'; readonly span: Span }
  /** The nearest that is over, or else the first that is to come. */
  | { readonly is: 'over' | 'to-come'; readonly span: Span }
  /** By some of the dates it holds on the day, by others it does not. */
  | { readonly is: 'disputed'; readonly span: Span }

/**
 * How dates of one kind stand on a day. A range is a time of its own, and several times are a union. A beginning and an end
 * that stand in lines of their own belong together; what they deny of a range, or of each other, is disputed.
 */
export function standingOn(lines: readonly Span[], day: string): StandingOn {
  const { sure, disputed } = spansOf(lines)
  const holds = (span: Span): boolean => (span.from ?? day) <= day && day <= (span.until ?? day)
  const within = sure.find(holds)
  if (within) return { is: 'in', span: within }
  const denied = disputed.find(holds)
  if (denied) return { is: 'disputed', span: denied }
  const all = [...sure, ...disputed]
  const over = all.filter(({ until }) => until !== null && until < day)
  const last = over.toSorted((a, b) => (b.until ?? '').localeCompare(a.until ?? ''))[0]
  if (last) return { is: 'over', span: last }
  const [next = { from: null, until: null }] = all.toSorted((a, b) => (a.from ?? '').localeCompare(b.from ?? ''))
  return { is: 'to-come', span: next }
}

/** What is sure goes before what is disputed of the same days. */
export function spansOf(lines: readonly Span[]): {
  readonly sure: readonly Span[]
  readonly disputed: readonly Span[]
} {
  const begins = new Set(lines.flatMap(({ from, until }) => (until === null && from !== null ? [from] : [])))
  const ends = new Set(lines.flatMap(({ from, until }) => (from === null && until !== null ? [until] : [])))
  const sure: Span[] = []
  const disputed: Span[] = []
  const met = new Set<string>()
  for (const { from, until } of lines) {
    if (from === null || until === null) continue
    if (from > until) {
      disputed.push(always)
      continue
    }
    const touched = [...begins, ...ends].filter((day) => from <= day && day <= until)
    for (const day of touched) met.add(day)
    const begin = latest([from, ...touched.filter((day) => begins.has(day))])
    const end = earliest([until, ...touched.filter((day) => ends.has(day))])
    if (begin <= end) sure.push({ from: begin, until: end })
    if (begin !== from || end !== until) disputed.push({ from, until })
  }
  const apart = paired(
    [...begins].filter((day) => !met.has(day)),
    [...ends].filter((day) => !met.has(day)),
  )
  return { sure: [...sure, ...apart.sure], disputed: [...disputed, ...apart.disputed] }
}

const always: Span = { from: null, until: null }

/** Each beginning with the next end after it. */
function paired(begins: readonly string[], ends: readonly string[]) {
  const sure: Span[] = []
  const disputed: Span[] = []
  const days = [...begins.map((day) => ({ day, isEnd: false })), ...ends.map((day) => ({ day, isEnd: true }))]
  let open: string | null = null
  let last: string | null = null
  for (const { day, isEnd } of days.toSorted(
    (a, b) => a.day.localeCompare(b.day) || Number(a.isEnd) - Number(b.isEnd),
  )) {
    if (!isEnd) open ??= day
    else {
      if (open !== null || last === null) sure.push({ from: open, until: day })
      else disputed.push({ from: last, until: day })
      open = null
      last = day
    }
  }
  if (open === null) return { sure, disputed }
  const [first] = sure
  // The only end lies before the only beginning: either may be the one that is wrong.
  if (sure.length === 1 && first?.from === null) return { sure: [], disputed: [first, { from: open, until: null }] }
  return { sure: [...sure, { from: open, until: null }], disputed }
}

function latest(days: readonly string[]): string {
  return days.reduce((one, other) => (one > other ? one : other))
}

function earliest(days: readonly string[]): string {
  return days.reduce((one, other) => (one < other ? one : other))
}
