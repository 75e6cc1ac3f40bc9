import type { CsvRow } from './csv.ts'
import { type Measures, type Names, noticeText, reasonText } from './names.ts'

/** Every number of the page. */
export function csvRows(data: Measures, names: Names): CsvRow[] {
  const { say } = names
  const { daysToAppointment: wait, fill, cancellations, noShows } = data
  const row = (measure: string, group: string, item: string, value: number | null, unit: string): CsvRow => ({
    measure,
    group,
    item,
    value,
    unit,
  })
  const visits = say('count')
  return [
    ...data.thirdNext.map((one) =>
      row(say('third'), names.site(one.siteId), names.visitType(one.visitTypeId), one.days, say('third_days')),
    ),
    ...wait.spread.map((one) => row(say('wait'), say('wait_bucket'), names.bucket(one), one.count, visits)),
    ...wait.visitTypes.map((one) =>
      row(say('wait'), say('visitType'), names.visitType(one.visitTypeId), one.median, say('wait_bucket')),
    ),
    ...fill.weeks.flatMap((one) => [
      row(say('fill'), say('fill_week'), one.from, one.percent, '%'),
      row(say('fill_open'), say('fill_week'), one.from, one.openMinutes, 'min'),
      row(say('fill_booked'), say('fill_week'), one.from, one.bookedMinutes, 'min'),
      row(say('fill_closed'), say('fill_week'), one.from, one.blockedMinutes, 'min'),
    ]),
    ...fill.clinicians.map((one) =>
      row(say('fill'), say('clinician'), names.resource(one.resourceId), one.percent, '%'),
    ),
    ...data.sessions.flatMap((one) => [
      row(say('use'), say('use_own'), names.session(one), one.ownMinutes, 'min'),
      row(say('use'), say('use_other'), names.session(one), one.otherMinutes, 'min'),
      row(say('use'), say('use_free'), names.session(one), one.freeMinutes, 'min'),
    ]),
    ...cancellations.reasons.map((one) =>
      row(say('cancelled'), say('cancelled_reason'), reasonText(say, one.reason), one.count, visits),
    ),
    ...cancellations.notice.map((one) =>
      row(say('cancelled'), say('cancelled_notice'), noticeText(say, one.notice), one.count, visits),
    ),
    ...noShows.visitTypes.flatMap((one) => [
      row(say('missed'), say('missed_kept'), names.visitType(one.visitTypeId), one.kept, visits),
      row(say('missed'), say('missed_missed'), names.visitType(one.visitTypeId), one.missed, visits),
    ]),
  ]
}
