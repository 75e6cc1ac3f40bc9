import { definitionWords } from '@foyer/scheduling'
import { BarList, ColumnChart, formatDay, formatTime, Table } from '../../ui/index.ts'
import { dateAt, Temporal } from '@foyer/kernel'
import { MeasureCard, Nothing, Pair } from './measure-card.tsx'
import type { Measures, Names } from './names.ts'

interface CardProps {
  readonly data: Measures
  readonly names: Names
}

export function ThirdNextCard({ data: { thirdNext }, names }: CardProps) {
  const { say, locale } = names
  const sites = new Set(thirdNext.map(({ siteId }) => siteId))
  const nameOf = (one: Measures['thirdNext'][number]): string =>
    sites.size > 1 ? `${names.visitType(one.visitTypeId)}, ${names.site(one.siteId)}` : names.visitType(one.visitTypeId)
  const textOf = ({ days }: { readonly days: number | null }): string =>
    days === null ? say('third_none') : names.days(days)
  const whenOf = ({ at, siteId }: Measures['thirdNext'][number]): string => {
    if (at === null) return '–'
    const zone = names.zoneOf(siteId)
    return `${formatDay(dateAt(Temporal.Instant.from(at), zone), locale)}, ${formatTime(at, zone)}`
  }
  const rows = thirdNext.toSorted((a, b) => (b.days ?? Infinity) - (a.days ?? Infinity))
  return (
    <MeasureCard
      title={say('third')}
      note={say('third_now')}
      definition={definitionWords[locale]['third-next-available']}
    >
      {rows.length === 0 ? (
        <Nothing />
      ) : (
        <Pair
          picture={
            <BarList
              label={say('third_picture')}
              bars={rows.map((one) => ({
                id: one.siteId + one.visitTypeId,
                label: nameOf(one),
                text: textOf(one),
                parts: [{ look: one.days === null ? 'free' : 'main', value: one.days ?? 92 }],
              }))}
            />
          }
          table={
            <Table
              caption={say('third')}
              hideCaption
              rows={rows}
              getKey={(one) => one.siteId + one.visitTypeId}
              columns={[
                { id: 'type', label: say('visitType'), isRowHeader: true, cell: nameOf },
                { id: 'days', label: say('third_days'), align: 'end', cell: textOf },
                { id: 'at', label: say('third_at'), cell: whenOf },
              ]}
            />
          }
        />
      )}
    </MeasureCard>
  )
}

export function WaitCard({ data: { daysToAppointment: wait }, names }: CardProps) {
  const { say, locale } = names
  const days = (value: number): string => say('days', { count: value })
  return (
    <MeasureCard
      title={say('wait')}
      fact={wait.median === null ? null : say('wait_median', { days: days(wait.median) })}
      note={wait.ninth === null ? null : say('wait_ninth', { days: days(wait.ninth) })}
      definition={`${definitionWords[locale]['days-to-appointment']} ${say('wait_extra')}`}
    >
      {wait.count === 0 ? (
        <Nothing />
      ) : (
        <Pair
          picture={
            <ColumnChart
              label={say('wait_picture')}
              columns={wait.spread.map((one) => ({
                id: String(one.from),
                label: names.bucket(one),
                text: String(one.count),
                value: one.count,
              }))}
            />
          }
          table={
            <Table
              caption={say('wait')}
              hideCaption
              rows={wait.spread}
              getKey={({ from }) => String(from)}
              columns={[
                { id: 'days', label: say('wait_bucket'), isRowHeader: true, cell: (one) => names.bucket(one) },
                { id: 'count', label: say('count'), align: 'end', cell: ({ count }) => count },
                {
                  id: 'share',
                  label: say('share'),
                  align: 'end',
                  cell: ({ count }) => names.percent(count, wait.count),
                },
              ]}
            />
          }
        />
      )}
    </MeasureCard>
  )
}
