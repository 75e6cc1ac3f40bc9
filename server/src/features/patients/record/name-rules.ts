import type { Body, record } from '@foyer/contract'
import type { NameBesides } from '@foyer/patients'
import type { NameRow } from './store.ts'

type NameBody = Omit<Body<typeof record.addName>, 'version'>

export function besides(row: Pick<NameRow, 'use' | 'given' | 'family' | 'period_start' | 'period_end'>): NameBesides {
  return { ...row, period: { start: row.period_start, end: row.period_end } }
}

export function nameColumns(body: NameBody) {
  return {
    use: body.use,
    given: body.given,
    middle: body.middle,
    family: body.family,
    prefix: body.prefix,
    suffix: body.suffix,
    period_start: body.periodStart,
    period_end: body.periodEnd,
  }
}
