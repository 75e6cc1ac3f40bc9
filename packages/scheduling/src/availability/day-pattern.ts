import type { SessionTime } from '../session-times.ts'
import type { Session } from '../template.ts'
import { dayTicks, dayWords, setBits, tickMs } from './ticks.ts'

/** A session as one UTC day sees it: ticks from the midnight of that day, so before 0 or after 288 over midnight. */
export type DaySession = {
  readonly from: number
  readonly until: number
  /** The piece of the template it was cut from, over which capacity counts and from whose start the release counts. */
  readonly wholeFrom: number
  readonly wholeUntil: number
  readonly rules: Session
}

/** The hours of one lane on one UTC day. Days that look the same share one. */
export type DayPattern = {
  /** Bits of the time somebody works in this lane, what may only be overbooked included. */
  readonly open: Uint32Array
  /** Without what may only be overbooked; the same array where there is no difference. */
  readonly ordinary: Uint32Array
  /** All that touch the day, also those that have no such lane. */
  readonly sessions: readonly DaySession[]
  /** Whether a session has rules of its own: kinds, walk-ins, capacity, grid. */
  readonly hasRules: boolean
}

/** Patterns without doubles; number 0 is a day without hours. */
export type DayPatterns = {
  readonly at: (id: number) => DayPattern
  readonly size: () => number
  readonly bytes: () => number
  /** The number of the pattern of a lane with these sessions, on the UTC day that begins at `midnight` (epoch ms). */
  readonly idOf: (sessions: readonly SessionTime[], midnight: number, lane: number, lanes: number) => number
  /** The number of a pattern with closed ticks of it opened, as a session without rules. */
  readonly openedId: (id: number, from: number, until: number) => number
}

const closed: DayPattern = {
  open: new Uint32Array(dayWords),
  ordinary: new Uint32Array(dayWords),
  sessions: [],
  hasRules: false,
}
const most = 65_535

export function dayPatterns(): DayPatterns {
  const patterns: DayPattern[] = [{ ...closed, ordinary: closed.open }]
  const known = new Map<string, number>()
  /** Of days with at most two sessions without rules, which are nearly all, under a number. */
  const plain = new Map<number, number>()
  const rules = new Map<string, number>()

  function rulesId(session: SessionTime): number {
    if (isPlain(session)) return 0
    const { visitTypeIds, releaseMinutes, capacity, lanes, overbook, gridMinutes, walkIn } = session
    const key = JSON.stringify([visitTypeIds, releaseMinutes, capacity, lanes, overbook, gridMinutes, walkIn])
    const before = rules.get(key)
    if (before !== undefined) return before
    rules.set(key, rules.size + 1)
    return rules.size
  }

  return {
    at: (id) => patterns[id]!,
    size: () => patterns.length,
    bytes: () => patterns.length * (2 * dayWords * 4 + 400),
    openedId(id, from, until) {
      const key = `${id}+${from}-${until}`
      const before = known.get(key)
      if (before !== undefined) return before
      // A question is not worth more patterns than an index can tell apart.
      if (patterns.length > most) return id
      known.set(key, patterns.length)
      patterns.push(opened(patterns[id]!, from, until))
      return patterns.length - 1
    },
    idOf(sessions, midnight, lane, lanes) {
      const number = plainKey(sessions, midnight, lane < lanes)
      const simple = number === undefined ? undefined : plain.get(number)
      if (simple !== undefined) return simple
      let key = `${lane}/${lanes}`
      for (const session of sessions) {
        key += `|${session.start - midnight}-${session.end - midnight}#${rulesId(session)}`
        if (session.whole) key += `<${session.whole.start - midnight}-${session.whole.end - midnight}`
      }
      const before = known.get(key)
      if (before !== undefined && number !== undefined) plain.set(number, before)
      if (before !== undefined) return before
      if (patterns.length > most) throw new RangeError('more patterns of hours than an index can tell apart')
      known.set(key, patterns.length)
      if (number !== undefined) plain.set(number, patterns.length)
      patterns.push(patternOf(sessions, midnight, lane, lanes))
      return patterns.length - 1
    },
  }
}

function opened(pattern: DayPattern, from: number, until: number): DayPattern {
  const [open, ordinary] = [pattern.open.slice(), pattern.ordinary.slice()]
  for (const bits of [open, ordinary]) setBits(bits, 0, from, until)
  const session = { from, until, wholeFrom: from, wholeUntil: until, rules: {} }
  const isSame = open.every((word, index) => word === ordinary[index])
  return { ...pattern, open, ordinary: isSame ? open : ordinary, sessions: [...pattern.sessions, session] }
}

/** Ticks as digits of one number; undefined where there is more to say about the sessions. */
function plainKey(sessions: readonly SessionTime[], midnight: number, isOpen: boolean): number | undefined {
  if (!isOpen || sessions.length > 2) return undefined
  let key = sessions.length
  for (const session of sessions) {
    const from = (session.start - midnight) / tickMs
    const until = (session.end - midnight) / tickMs
    const isNear = from >= -dayTicks && until <= 2 * dayTicks
    if (!isNear || from !== Math.floor(from) || until !== Math.floor(until)) return undefined
    if (session.whole || !isPlain(session)) return undefined
    key = (key * 1024 + from + dayTicks) * 1024 + until + dayTicks
  }
  return key
}

function isPlain(session: SessionTime): boolean {
  return session.lanes === undefined && !session.overbook && !hasRules(session)
}

function hasRules({ visitTypeIds, capacity, gridMinutes, walkIn }: Session): boolean {
  return visitTypeIds !== undefined || capacity !== undefined || gridMinutes !== undefined || walkIn === true
}

/**
 * A lane is open in a session that has as many lanes, and may be overbooked where the session allows as many more. Time
 * that is not whole ticks of a session is not part of it; sessions that touch within a tick are one stretch.
 */
function patternOf(sessions: readonly SessionTime[], midnight: number, lane: number, lanes: number): DayPattern {
  const open = new Uint32Array(dayWords)
  const ordinary = new Uint32Array(dayWords)
  for (const session of sessions) {
    const [from, until] = ticksWithin(session, midnight)
    const own = session.lanes ?? lanes
    if (lane < own) setBits(ordinary, 0, Math.max(0, from), Math.min(dayWords * 32, until))
    if (lane < own + (session.overbook ?? 0)) setBits(open, 0, Math.max(0, from), Math.min(dayWords * 32, until))
  }
  const isSame = open.every((word, index) => word === ordinary[index])
  return {
    open,
    ordinary: isSame ? open : ordinary,
    sessions: sessions.map((session) => {
      const [from, until] = ticksWithin(session, midnight)
      const [wholeFrom, wholeUntil] = session.whole ? ticksWithin(session.whole, midnight) : [from, until]
      return { from, until, wholeFrom, wholeUntil, rules: session }
    }),
    hasRules: sessions.some(hasRules),
  }
}

function ticksWithin(time: { readonly start: number; readonly end: number }, midnight: number): [number, number] {
  return [Math.ceil((time.start - midnight) / tickMs), Math.floor((time.end - midnight) / tickMs)]
}
