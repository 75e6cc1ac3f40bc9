import type { Body, scheduling } from '@foyer/contract'
import type { SeriesException, SeriesRule } from '@foyer/scheduling'

type Asked = Pick<Body<typeof scheduling.planSeries>, 'rule' | 'exceptions'>

/** The rule as the planner reads it. The contract sees to it that a series ends. */
export function ruleOf({ rule }: Pick<Asked, 'rule'>): SeriesRule {
  const { unit, every, from, atMinute, weekdays, monthBy, count, until } = rule
  const repeats = {
    unit,
    every,
    from,
    atMinute,
    ...(weekdays ? { weekdays } : {}),
    ...(monthBy ? { monthBy } : {}),
  }
  if (count !== undefined) return { ...repeats, count, ...(until === undefined ? {} : { until }) }
  return { ...repeats, until: until ?? from }
}

export function exceptionsOf({ exceptions }: Pick<Asked, 'exceptions'>): SeriesException[] {
  return exceptions.map(({ occurrence, skip, date, atMinute }) =>
    skip
      ? { occurrence, skip }
      : { occurrence, ...(date === undefined ? {} : { date }), ...(atMinute === undefined ? {} : { atMinute }) },
  )
}
