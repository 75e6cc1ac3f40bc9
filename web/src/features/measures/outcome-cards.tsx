import { definitionWords } from '@foyer/scheduling'
import { BarList, Table } from '../../ui/index.ts'
import { MeasureCard, Nothing, Pair } from './measure-card.tsx'
import styles from './measures.module.css'
import { type Measures, type Names, noticeText, reasonText } from './names.ts'

interface CardProps {
  readonly data: Measures
  readonly names: Names
}

interface Counted {
  readonly id: string
  readonly label: string
  readonly count: number
}

/** How many of each, as bars and as a table with shares. */
function Counts(props: {
  readonly caption: string
  readonly picture: string
  readonly rows: readonly Counted[]
  readonly whole: number
  readonly names: Names
}) {
  const { caption, picture, rows, whole, names } = props
  return (
    <Pair
      picture={
        <BarList
          label={picture}
          bars={rows.map(({ id, label, count }) => ({
            id,
            label,
            text: String(count),
            parts: [{ look: 'main', value: count }],
          }))}
        />
      }
      table={
        <Table
          caption={caption}
          hideCaption
          rows={rows}
          getKey={({ id }) => id}
          columns={[
            { id: 'what', label: caption, isRowHeader: true, cell: ({ label }) => label },
            { id: 'count', label: names.say('count'), align: 'end', cell: ({ count }) => count },
            { id: 'share', label: names.say('share'), align: 'end', cell: ({ count }) => names.percent(count, whole) },
          ]}
        />
      }
    />
  )
}

export function CancellationsCard({ data: { cancellations }, names }: CardProps) {
  const { say, locale } = names
  const { cancelled, visits, by } = cancellations
  return (
    <MeasureCard
      title={say('cancelled')}
      fact={visits === 0 ? null : `${names.percent(cancelled, visits)} · ${say('cancelled_of', { cancelled, visits })}`}
      note={cancelled === 0 ? null : say('cancelled_by', by)}
      definition={definitionWords[locale].cancellations}
    >
      {cancelled === 0 ? (
        <Nothing />
      ) : (
        <>
          <Counts
            caption={say('cancelled_reason')}
            picture={say('cancelled_picture')}
            whole={cancelled}
            names={names}
            rows={cancellations.reasons.map(({ reason, count }) => ({
              id: reason,
              label: reasonText(say, reason),
              count,
            }))}
          />
          <h3 className={styles.sub}>{say('cancelled_notice')}</h3>
          <Counts
            caption={say('cancelled_notice')}
            picture={say('cancelled_notice_picture')}
            whole={cancelled}
            names={names}
            rows={cancellations.notice.map(({ notice, count }) => ({
              id: notice,
              label: noticeText(say, notice),
              count,
            }))}
          />
        </>
      )}
    </MeasureCard>
  )
}

export function NoShowsCard({ data: { noShows }, names }: CardProps) {
  const { say } = names
  const { kept, missed, unmarked, visitTypes } = noShows
  const all = kept + missed
  return (
    <MeasureCard
      title={say('missed')}
      fact={all === 0 ? null : `${names.percent(missed, all)} · ${say('missed_of', { missed, all })}`}
      note={unmarked === 0 ? null : say('missed_unmarked', { count: unmarked })}
      definition={say('missed_definition')}
    >
      {all === 0 ? (
        <Nothing />
      ) : (
        <Pair
          picture={
            <BarList
              label={say('missed_picture')}
              bars={visitTypes.map((one) => ({
                id: one.visitTypeId,
                label: names.visitType(one.visitTypeId),
                text: names.percent(one.missed, one.kept + one.missed),
                parts: [{ look: 'main', value: (100 * one.missed) / Math.max(1, one.kept + one.missed) }],
              }))}
            />
          }
          table={
            <Table
              caption={say('missed')}
              hideCaption
              rows={visitTypes}
              getKey={({ visitTypeId }) => visitTypeId}
              columns={[
                {
                  id: 'type',
                  label: say('visitType'),
                  isRowHeader: true,
                  cell: ({ visitTypeId }) => names.visitType(visitTypeId),
                },
                { id: 'missed', label: say('missed_missed'), align: 'end', cell: (one) => one.missed },
                { id: 'kept', label: say('missed_kept'), align: 'end', cell: (one) => one.kept },
                {
                  id: 'share',
                  label: say('share'),
                  align: 'end',
                  cell: (one) => names.percent(one.missed, one.kept + one.missed),
                },
              ]}
            />
          }
        />
      )}
    </MeasureCard>
  )
}
