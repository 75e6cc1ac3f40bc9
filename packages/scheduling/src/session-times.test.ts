import { instantAt, minuteAt, Temporal } from '@foyer/kernel'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hoursOn } from './day-sessions.ts'
import { datesBetween, instantOf, localDays, minuteMs } from './local-day.ts'
import { releasedAt, type SessionTime, sessionTimes, takes } from './session-times.ts'
import { type HoursException, leave, type WeeklyHours } from './template.ts'

const chicago = 'America/Chicago'
const monday = '2026-11-30'
const allWeek = [1, 2, 3, 4, 5, 6, 7] as const

type Asked = {
  readonly from?: string
  readonly to?: string
  readonly zone?: string
  readonly exceptions?: readonly HoursException[]
  readonly closed?: readonly string[]
}

function times(weekly: readonly WeeklyHours[], asked: Asked = {}): SessionTime[] {
  const { from = monday, to = from, zone = chicago, exceptions = [], closed = [] } = asked
  return sessionTimes(localDays(datesBetween(from, to), zone), weekly, exceptions, new Set(closed))
}

/** `Mon 08:00 12:00 label`, by the wall clock of the zone. */
function spoken(sessions: readonly SessionTime[], zone = chicago): string[] {
  const clock = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone)
  return sessions.map(({ start, end, label }) =>
    [clock(start).toPlainDate(), clock(start).toPlainTime(), clock(end).toPlainTime(), label ?? '']
      .map((part) => part.toString().replace(/:00$/, ''))
      .join(' ')
      .trim(),
  )
}

function on(weekday: WeeklyHours['weekday'], startMinute: number, endMinute: number, rules = {}): WeeklyHours {
  return { weekday, startMinute, endMinute, ...rules }
}

const acute = { label: 'acute', visitTypeIds: ['acute'], releaseMinutes: 60 }

test('sessions keep their rules, and a break cuts time out', () => {
  const found = times([on(1, 480, 720), on(1, 720, 1020, acute), on(1, 690, 750, { kind: 'break', label: 'lunch' })])
  expect(spoken(found)).toEqual(['2026-11-30 08:00 11:30', '2026-11-30 12:30 17:00 acute'])
  expect(found[1]).toMatchObject({ visitTypeIds: ['acute'], releaseMinutes: 60 })
  expect(found.every((session) => !('weekday' in session) && !('kind' in session))).toBe(true)
})

test('two plain sessions that touch are one; what differs or counts stays apart', () => {
  const two = (rules: object) => times([on(1, 480, 600, rules), on(1, 600, 720, rules)])
  expect(two({}).length).toBe(1)
  expect(two({ walkIn: true }).length).toBe(1)
  expect(two({ capacity: 4 }).length).toBe(2)
  expect(two(acute).length).toBe(2)
  expect(times([on(1, 480, 600), on(1, 600, 720, { lanes: 2 })]).length).toBe(2)
})

test('an open exception is a session without rules: over a break, on a closed date, never over a session', () => {
  const weekly = [on(1, 480, 720, acute), on(1, 600, 660, { kind: 'break' })]
  const open = { date: monday, startMinute: 540, endMinute: 780, kind: 'open' } as const
  expect(spoken(times(weekly, { exceptions: [open] }))).toEqual([
    '2026-11-30 08:00 10:00 acute',
    '2026-11-30 10:00 11:00',
    '2026-11-30 11:00 12:00 acute',
    '2026-11-30 12:00 13:00',
  ])
  expect(spoken(times(weekly, { closed: [monday] }))).toEqual([])
  expect(spoken(times(weekly, { closed: [monday], exceptions: [open] }))).toEqual(['2026-11-30 09:00 13:00'])
})

test('a holiday closes its own date and no other of that weekday', () => {
  const weeks = (closed: string) => spoken(times([on(1, 480, 720)], { to: '2026-12-14', closed: [closed] }))
  expect(weeks(monday)).toEqual(['2026-12-07 08:00 12:00', '2026-12-14 08:00 12:00'])
  expect(weeks('2026-12-14')).toEqual(['2026-11-30 08:00 12:00', '2026-12-07 08:00 12:00'])
})

test('closed wins over what an exception opens', () => {
  const change = { date: monday, startMinute: 540, endMinute: 600 }
  const both = [{ ...change, kind: 'closed' } as const, { ...change, kind: 'open' } as const]
  expect(spoken(times([on(1, 480, 660)], { exceptions: both }))).toEqual([
    '2026-11-30 08:00 09:00',
    '2026-11-30 10:00 11:00',
  ])
})

test('a session that is cut counts as a whole, and is released before the start of the whole', () => {
  const found = times([on(1, 480, 720, acute), on(1, 540, 600, { kind: 'break' })])
  const start = instantAt(monday, 480, chicago).epochMilliseconds
  for (const piece of found) {
    expect(piece.whole).toEqual({ start, end: start + 240 * minuteMs })
    expect(releasedAt(piece)).toBe(start - 60 * minuteMs)
    expect(takes(piece, 'acute', 0)).toBe(true)
    expect(takes(piece, 'other', start - 60 * minuteMs - 1)).toBe(false)
    expect(takes(piece, 'other', start - 60 * minuteMs)).toBe(true)
  }
  expect(found.length).toBe(2)
})

test('a reserved session without a release is never given up', () => {
  const [session] = times([on(1, 480, 720, { visitTypeIds: ['acute'] })])
  if (!session) throw new Error('there is a session')
  expect([takes(session, 'other', Number.MAX_VALUE), takes(session, 'acute', 0)]).toEqual([false, true])
})

test('alternating weeks: odd and even weeks side by side', () => {
  const odd = on(1, 480, 720, { label: 'a', everyWeeks: 2, anchor: '2026-12-02' })
  const even = on(1, 480, 720, { label: 'b', everyWeeks: 2, anchor: '2026-12-07' })
  expect(spoken(times([odd, even], { to: '2026-12-14' }))).toEqual([
    '2026-11-30 08:00 12:00 a',
    '2026-12-07 08:00 12:00 b',
    '2026-12-14 08:00 12:00 a',
  ])
})

test('one template ends and the next begins', () => {
  const before = on(1, 480, 720, { label: 'old', validTo: '2026-12-06' })
  const after = on(1, 540, 720, { label: 'new', validFrom: '2026-12-07' })
  expect(spoken(times([before, after], { to: '2026-12-07' }))).toEqual([
    '2026-11-30 08:00 12:00 old',
    '2026-12-07 09:00 12:00 new',
  ])
})

test('midnight: one session where both sides have equal rules, with all that is counted in it', () => {
  const night = (evening: object, morning: object) =>
    times([on(1, 1320, 1440, evening), on(2, 0, 360, morning)], { to: '2026-12-01' })
  expect(night(acute, acute).length).toBe(1)
  expect(night(acute, { ...acute, capacity: 2 }).length).toBe(2)
  const cut = times(
    [
      on(1, 1200, 1440, { capacity: 3 }),
      on(1, 1260, 1320, { kind: 'break' }),
      on(2, 0, 360, { capacity: 3 }),
      on(2, 60, 120, { kind: 'break' }),
    ],
    { to: '2026-12-01' },
  )
  const start = instantAt(monday, 1200, chicago).epochMilliseconds
  expect(cut.map(({ whole }) => whole)).toEqual([0, 1, 2].map(() => ({ start, end: start + 600 * minuteMs })))
})

test('the missing hour, 2027-03-14 in Chicago: a session in it is not there, one over it is an hour shorter', () => {
  const day = { from: '2027-03-14' }
  expect(times([on(7, 120, 180, acute)], day)).toEqual([])
  const [over] = times([on(7, 60, 240, acute)], day)
  expect(over && over.end - over.start).toBe(120 * minuteMs)
})

test('the hour that happens twice, 2026-11-01 in Chicago: the rules hold both times', () => {
  const [before, repeated] = times([on(7, 0, 60), on(7, 60, 120, acute)], { from: '2026-11-01' })
  expect(before && before.end - before.start).toBe(60 * minuteMs)
  expect(repeated && repeated.end - repeated.start).toBe(120 * minuteMs)
  expect(repeated?.label).toBe('acute')
})

test('the missing midnight, 2026-04-24 in Cairo: a night session goes on over it', () => {
  const weekly = [on(4, 1320, 1440), on(5, 0, 120)]
  const found = times(weekly, { from: '2026-04-23', to: '2026-04-24', zone: 'Africa/Cairo' })
  expect(found.map(({ start, end }) => (end - start) / minuteMs)).toEqual([180])
})

test('the date that Apia left out, 2011-12-30: nobody works on it, the night of the 29th goes on on the 31st', () => {
  const zone = 'Pacific/Apia'
  const weekly = allWeek.map((weekday) => on(weekday, 480, 1020))
  expect(spoken(times(weekly, { from: '2011-12-29', to: '2011-12-31', zone }), zone)).toEqual([
    '2011-12-29 08:00 17:00',
    '2011-12-31 08:00 17:00',
  ])
  const night = [on(4, 1320, 1440), on(6, 0, 360)]
  expect(spoken(times(night, { from: '2011-12-29', to: '2011-12-31', zone }), zone)).toEqual(['2011-12-29 22:00 06:00'])
})

test('fourteen hours ahead, Kiritimati: the civil date of the site counts', () => {
  const [session] = times([on(1, 480, 1020)], { zone: 'Pacific/Kiritimati' })
  expect(session?.start).toBe(Temporal.Instant.from('2026-11-29T18:00Z').epochMilliseconds)
})

test('leave closes a range of dates, from a minute to a minute', () => {
  const exceptions = leave('2026-11-30', '2026-12-02', 'vacation', { fromMinute: 720, toMinute: 600 })
  const weekly = allWeek.map((weekday) => on(weekday, 480, 1020))
  expect(spoken(times(weekly, { to: '2026-12-02', exceptions }))).toEqual([
    '2026-11-30 08:00 12:00',
    '2026-12-02 10:00 17:00',
  ])
  expect(leave('2026-12-02', '2026-12-01', 'never')).toEqual([])
})

const minuteOfDay = fc.integer({ min: 0, max: 48 }).map((half) => half * 30)
const span = fc
  .tuple(minuteOfDay, minuteOfDay)
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => ({ startMinute: Math.min(a, b), endMinute: Math.max(a, b) }))
const weeklyHours: fc.Arbitrary<WeeklyHours> = fc
  .tuple(
    span,
    fc.constantFrom(...allWeek),
    fc.constantFrom({}, {}, { kind: 'break' as const }, acute, { capacity: 2 }, { everyWeeks: 2 as const }),
  )
  .map(([time, weekday, rules]) => ({ ...time, weekday, ...rules }))
const places = [
  ['America/Chicago', '2026-10-31', '2026-11-02'],
  ['America/Chicago', '2027-03-13', '2027-03-15'],
  ['Australia/Lord_Howe', '2026-10-03', '2026-10-05'],
  ['Pacific/Apia', '2011-12-29', '2011-12-31'],
] as const
const changes = fc.array(
  fc.record({ time: span, kind: fc.constantFrom('open' as const, 'closed' as const), day: fc.nat(2) }),
  { maxLength: 3 },
)

test('minute by minute, a session is there exactly when the rules in English say so', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...places),
      fc.array(weeklyHours, { maxLength: 10 }),
      changes,
      fc.subarray([0, 1, 2]),
      ([zone, from, to], weekly, drawn, closedDays) => {
        const dates = datesBetween(from, to)
        const exceptions = drawn.map(({ time, kind, day }) => ({ ...time, kind, date: dates[day] ?? from }))
        const closed = new Set(closedDays.map((day) => dates[day] ?? from))
        const days = localDays(dates, zone)
        const found = sessionTimes(days, weekly, exceptions, closed)
        found.forEach((session, index) => {
          expect(session.start).toBeLessThan(session.end)
          expect(session.start).toBeGreaterThanOrEqual(found[index - 1]?.end ?? -Infinity)
        })
        for (const day of days) {
          const open = hoursOn(day.date, weekly, exceptions, closed)
          for (let minute = 0; minute < 1440; minute += 15) {
            const inside = ({ startMinute, endMinute }: { startMinute: number; endMinute: number }) =>
              startMinute <= minute && minute < endMinute
            const mine = exceptions.filter(({ date }) => date === day.date).filter(inside)
            const weeklyNow = weekly
              .filter(inside)
              .filter((hours) => hoursOn(day.date, [{ ...hours, kind: 'open' }], []).length > 0)
            const works =
              weeklyNow.length > 0 && weeklyNow.every(({ kind }) => kind !== 'break') && !closed.has(day.date)
            const expected = !mine.some(({ kind }) => kind === 'closed') && (works || mine.length > 0)
            expect(open.some(({ start, end }) => start <= minute && minute < end)).toBe(expected)
            const instant = instantOf(day, minute)
            const isReal =
              minuteAt(Temporal.Instant.fromEpochMilliseconds(instant), zone) === minute && instant < day.end
            if (isReal) expect(found.some(({ start, end }) => start <= instant && instant < end)).toBe(expected)
          }
        }
      },
    ),
    { numRuns: 60 },
  )
})
