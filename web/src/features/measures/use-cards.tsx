import { definitionWords } from '@foyer/scheduling'
import { BarList, ColumnChart, formatDay, Table, type TableColumn } from '../../ui/index.ts'
import { MeasureCard, Nothing, Pair } from './measure-card.tsx'
import styles from './measures.module.css'
import type { Measures, Names } from './names.ts'

interface CardProps {
  readonly data: Measures
  readonly names: Names
}

type Use = Pick<Measures['fill'], 'openMinutes' | 'bookedMinutes' | 'blockedMinutes' | 'percent'>

function usedColumns<T extends Use>(names: Names): readonly TableColumn<T>[] {
  const { say } = names
  return [
    { id: 'rate', label: say('fill_rate'), align: 'end', cell: (one) => percentText(one, names) },
    { id: 'open', label: say('fill_open'), align: 'end', cell: (one) => names.hours(one.openMinutes) },
    { id: 'closed', label: say('fill_closed'), align: 'end', cell: (one) => names.hours(one.blockedMinutes) },
    { id: 'booked', label: say('fill_booked'), align: 'end', cell: (one) => names.hours(one.bookedMinutes) },
  ]
}

function percentText({ percent }: Use, { say }: Names): string {
  return percent === null ? '–' : say('percent', { value: percent })
}

export function FillCard({ data: { fill }, names }: CardProps) {
  const { say, locale } = names
  return (
    <MeasureCard
      title={say('fill')}
      fact={percentText(fill, names)}
      definition={`${definitionWords[locale]['fill-rate']} ${say('fill_extra')}`}
    >
      {fill.percent === null ? (
        <Nothing />
      ) : (
        <>
          <Pair
            picture={
              <ColumnChart
                label={say('fill_picture')}
                max={100}
                columns={fill.weeks.map((week) => ({
                  id: week.from,
                  label: formatDay(week.from, locale).replace(/^\S+ /, ''),
                  text: percentText(week, names),
                  value: week.percent,
                }))}
              />
            }
            table={
              <Table
                caption={say('fill')}
                hideCaption
                rows={fill.weeks}
                getKey={({ from }) => from}
                columns={[
                  {
                    id: 'week',
                    label: say('fill_week'),
                    isRowHeader: true,
                    cell: ({ from }) => formatDay(from, locale).replace(/^\S+ /, ''),
                  },
                  ...usedColumns<Measures['fill']['weeks'][number]>(names),
                ]}
              />
            }
          />
          <h3 className={styles.sub}>{say('fill_people')}</h3>
          <Pair
            picture={
              <BarList
                label={say('fill_people_picture')}
                max={100}
                bars={fill.clinicians.map((one) => ({
                  id: one.resourceId,
                  label: names.resource(one.resourceId),
                  text: percentText(one, names),
                  parts: [{ look: 'main', value: one.percent ?? 0 }],
                }))}
              />
            }
            table={
              <Table
                caption={say('fill_people')}
                hideCaption
                rows={fill.clinicians}
                getKey={({ resourceId }) => resourceId}
                columns={[
                  {
                    id: 'who',
                    label: say('clinician'),
                    isRowHeader: true,
                    cell: ({ resourceId }) => names.resource(resourceId),
                  },
                  ...usedColumns<Measures['fill']['clinicians'][number]>(names),
                ]}
              />
            }
          />
        </>
      )}
    </MeasureCard>
  )
}

export function SessionsCard({ data: { sessions }, names }: CardProps) {
  const { say, locale } = names
  const keyOf = (one: Measures['sessions'][number]): string =>
    `${one.label ?? ''} ${one.walkIn} ${one.visitTypeIds.join(' ')}`
  return (
    <MeasureCard title={say('use')} definition={definitionWords[locale]['template-use']}>
      {sessions.length === 0 ? (
        <Nothing />
      ) : (
        <Pair
          picture={
            <BarList
              label={say('use_picture')}
              legend={[
                { look: 'main', label: say('use_own') },
                { look: 'other', label: say('use_other') },
                { look: 'free', label: say('use_free') },
              ]}
              bars={sessions.map((one) => ({
                id: keyOf(one),
                label: names.session(one),
                text: names.percent(one.ownMinutes + one.otherMinutes, one.openMinutes),
                parts: [
                  { look: 'main', value: one.ownMinutes },
                  { look: 'other', value: one.otherMinutes },
                  { look: 'free', value: one.freeMinutes },
                ],
              }))}
            />
          }
          table={
            <Table
              caption={say('use')}
              hideCaption
              rows={sessions}
              getKey={keyOf}
              columns={[
                { id: 'session', label: say('use_session'), isRowHeader: true, cell: (one) => names.session(one) },
                { id: 'own', label: say('use_own'), align: 'end', cell: (one) => names.hours(one.ownMinutes) },
                { id: 'other', label: say('use_other'), align: 'end', cell: (one) => names.hours(one.otherMinutes) },
                { id: 'free', label: say('use_free'), align: 'end', cell: (one) => names.hours(one.freeMinutes) },
              ]}
            />
          }
        />
      )}
    </MeasureCard>
  )
}
