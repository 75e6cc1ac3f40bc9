import { minuteAt, Temporal } from '@foyer/kernel'
import type { Db } from '../../../platform/database/organization-db.ts'
import { dayAround } from '../site-days.ts'
import { type KeptRule, lockSeries, updateRule } from './store.ts'

/** One visit of a series was moved: the rule says so, so that whoever reads it knows when the occurrence takes place. */
export async function noteException(
  db: Db,
  { seriesId, occurrence }: { readonly seriesId: string; readonly occurrence: number },
  start: number,
  zone: string,
): Promise<void> {
  const series = await lockSeries(db, seriesId)
  if (!series) return
  // Written by insertSeries and here only.
  const rule = series.rule as unknown as KeptRule
  const { date } = dayAround(start, zone)
  const moved = {
    occurrence,
    skip: false,
    date,
    atMinute: minuteAt(Temporal.Instant.fromEpochMilliseconds(start), zone),
  }
  const others = rule.exceptions.filter((one) => one.occurrence !== occurrence)
  await updateRule(db, seriesId, { ...rule, exceptions: [...others, moved] })
}
