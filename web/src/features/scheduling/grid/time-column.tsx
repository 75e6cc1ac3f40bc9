import { memo, useMemo } from 'react'
import type { Names } from '../use-names.ts'
import { useWords } from '../words.ts'
import { blockKey, type GridColumn, stopKey } from './grid-column.ts'
import { closedSpans, instantOn, overlaps, type Span, spanOf } from './grid-geometry.ts'
import { meets, type Offers, openingsOn } from './openings-on-grid.ts'
import { atLeft, placed } from './placed.ts'
import { BlockBox, GroupBlock, HoldBlock, OpeningBlock, SessionBox } from './time-boxes.tsx'
import boxes from './boxes.module.css'
import styles from './time-grid.module.css'
import { VisitBlock } from './visit-block.tsx'

type TimeColumnProps = {
  readonly column: GridColumn
  readonly label: string
  readonly left: number | null
  readonly offers: Offers
  readonly names: Names
  readonly now: string
  /** The stop of this column that the Tab key leads to. */
  readonly reached: string | null
  readonly mayMove: boolean
  readonly mayBlock: boolean
}

/** The openings change with every move of the pointer over the list; the visits below them then stay as they are. */
export function TimeColumn(props: TimeColumnProps) {
  const { column, label, left, offers } = props
  const names = props.names.at(column.day.siteId)
  const { axis, resource } = column
  const openings = useMemo(() => {
    const day = { start: instantOn(axis, 0), end: instantOn(axis, axis.minutes) }
    return openingsOn(resource.id, offers, day)
  }, [axis, resource.id, offers])
  const own = openings.filter(({ state }) => state === 'held')
  const holds = column.content.holds.filter((hold) => !own.some((one) => meets(one, hold)))
  return (
    <section
      className={styles.column}
      style={atLeft(left)}
      data-column={column.id}
      aria-label={label}
      data-site={column.day.siteId}
    >
      <Booked {...props} names={names} />
      {(holds.length > 0 || openings.length > 0) && (
        <ul className={styles.list}>
          {holds.map((hold) => (
            <HoldBlock key={hold.hold.id} hold={hold} names={names} />
          ))}
          {openings.map((opening) => (
            <OpeningBlock
              key={`${opening.key} ${opening.start}`}
              opening={opening}
              span={spanOf(axis, opening)}
              names={names}
            />
          ))}
        </ul>
      )}
    </section>
  )
}

const Booked = memo(
  BookedNow,
  (a, b) =>
    (['column', 'names', 'reached', 'mayMove', 'mayBlock'] as const).every((name) => a[name] === b[name]) &&
    a.now.slice(0, 16) === b.now.slice(0, 16),
)

function BookedNow({ column, names, now, reached, mayMove, mayBlock }: TimeColumnProps) {
  const { say } = useWords()
  const { id, axis, resource, content } = column
  const breaks = content.sessions.filter(({ kind }) => kind === 'break').map((one) => spanOf(axis, one))
  const isOpen = (span: Span) =>
    !breaks.some((one) => overlaps(one, span) && one.from <= span.from && one.to >= span.to)
  const stop = (of: string) => {
    const key = stopKey(id, of)
    return { stop: key, isReached: key === reached }
  }
  return (
    <>
      {closedSpans(axis, resource.open)
        .filter(isOpen)
        .map((span) => (
          <div key={span.from} className={boxes.off} style={placed(span)} />
        ))}
      <ul className={styles.list} aria-label={say('column', { name: resource.name, percent: resource.bookedPercent })}>
        {content.sessions.map((session) => (
          <SessionBox key={session.start} session={session} span={spanOf(axis, session)} names={names} now={now} />
        ))}
        {content.blocks.map((block) => (
          <BlockBox key={blockKey(block)} block={block} names={names} mayChange={mayBlock} {...stop(blockKey(block))} />
        ))}
        {content.groups.map((box) => (
          <GroupBlock key={box.group.id} group={box} names={names} {...stop(box.group.id)} />
        ))}
        {content.visits.map((visit) => (
          <VisitBlock
            key={`${visit.appointment.id} ${visit.role}`}
            visit={visit}
            names={names}
            say={say}
            isClinician={resource.kind === 'practitioner' || resource.kind === 'site'}
            mayMove={mayMove}
            {...stop(visit.appointment.id)}
          />
        ))}
      </ul>
    </>
  )
}
