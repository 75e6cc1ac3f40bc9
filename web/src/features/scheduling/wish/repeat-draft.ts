import { firstDate, type MonthDay, mostCount, type Repeat, usualCount } from './repeat.ts'

export type MonthChoice = 'first' | 'weekday' | 'date' | 'nth'

/** A repetition being chosen: every field has a value, whichever of them count. Null where nothing is typed yet. */
export type RepeatDraft = {
  readonly unit: Repeat['unit']
  readonly every: number | null
  readonly weekdays: readonly number[]
  readonly month: MonthChoice
  readonly day: number | null
  readonly week: number
  readonly weekday: number
  readonly ends: 'count' | 'until'
  readonly count: number | null
  readonly until: string | null
}

export function draftOf({ unit, every, weekdays = [], on, count, until }: Repeat): RepeatDraft {
  const blank = { month: 'first', day: 15, week: 1, weekday: 1 } as const
  return {
    unit,
    every,
    weekdays,
    ...blank,
    ...monthOf(on),
    ends: until === undefined ? 'count' : 'until',
    count: count ?? usualCount,
    until: until ?? null,
  }
}

function monthOf(on: MonthDay | undefined): Partial<RepeatDraft> {
  if (on === undefined) return {}
  if (on === 'weekday') return { month: 'weekday' }
  return 'day' in on ? { month: 'date', ...on } : { month: 'nth', ...on }
}

/** What was chosen; null while something is missing, or it would end before `today`. */
export function repeatOf(draft: RepeatDraft, today: string): Repeat | null {
  const { unit, every, weekdays, ends, count, until } = draft
  if (every === null || every < 1) return null
  const on = unit === 'month' ? onOf(draft) : undefined
  if (on === null) return null
  const repeat: Repeat = {
    unit,
    every,
    ...(unit === 'week' && weekdays.length > 0 ? { weekdays: weekdays.toSorted((a, b) => a - b) } : {}),
    ...(on === undefined ? {} : { on }),
  }
  if (ends === 'count') return count === null || count < 1 || count > mostCount ? null : { ...repeat, count }
  return until === null || until < firstDate(repeat, today) ? null : { ...repeat, until }
}

/** Undefined where the first visit says it; null where the date is missing. */
function onOf({ month, day, week, weekday }: RepeatDraft): MonthDay | undefined | null {
  if (month === 'first') return undefined
  if (month === 'weekday') return 'weekday'
  if (month === 'nth') return { week, weekday }
  return day === null || day < 1 || day > 31 ? null : { day }
}
