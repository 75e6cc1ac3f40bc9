import { displayName } from '@foyer/patients'
import type { CSSProperties } from 'react'
import { classNames, type SignalKind, signs, VisuallyHidden } from '../../../ui/index.ts'
import type { ColumnContent, OpeningOnGrid, VisitOnGrid } from './column-content.ts'
import styles from './day-grid.module.css'
import { type Axis, closedSpans, type Span, spanOf } from './grid-geometry.ts'
import type { Day, DayResource } from '../shapes.ts'
import type { Names } from '../use-names.ts'
import type { GridKeys } from './use-grid-keys.ts'
import { useWords } from '../words.ts'

/** Signs of what has happened to a visit; a booked one needs none. */
const statusSigns: Readonly<Record<string, SignalKind | undefined>> = {
  arrived: 'info',
  roomed: 'info',
  'with-clinician': 'info',
  'checked-out': 'ok',
  'no-show': 'bad',
}

export function placed({ from, to }: Span): CSSProperties {
  return {
    insetBlockStart: `calc(${from} * var(--minute) + 1px)`,
    blockSize: `calc(${Math.max(to - from, 5)} * var(--minute) - 3px)`,
  }
}

type DayColumnProps = {
  readonly resource: DayResource
  readonly content: ColumnContent
  readonly axis: Axis
  readonly names: Names
  readonly keys: GridKeys
  readonly onOpen: (appointmentId: string) => void
  readonly onFree?: (resourceId: string) => void
}

export function DayColumn(props: DayColumnProps) {
  const { resource, content, axis, names, keys, onOpen, onFree } = props
  const { say } = useWords()
  return (
    <>
      {onFree && (
        <button type="button" tabIndex={-1} aria-hidden className={styles.free} onClick={() => onFree(resource.id)} />
      )}
      {closedSpans(axis, resource.open).map((span) => (
        <div key={span.from} className={styles.off} style={placed(span)} />
      ))}
      <ul className={styles.list} aria-label={say('column', { name: resource.name, percent: resource.bookedPercent })}>
        {content.blocks.map((block) => (
          <li key={block.id} className={styles.off} style={placed(spanOf(axis, block))}>
            {block.reason}
          </li>
        ))}
        {content.visits.map((visit) => (
          <VisitBlock
            key={visit.appointment.id}
            visit={visit}
            span={spanOf(axis, visit)}
            gridKey={`${resource.id} ${visit.appointment.id}`}
            keys={keys}
            names={names}
            onOpen={onOpen}
          />
        ))}
        {content.holds.map((hold) => (
          <HoldBlock key={hold.id} hold={hold} span={spanOf(axis, hold)} names={names} />
        ))}
        {content.openings.map((opening) => (
          <OpeningBlock key={opening.key} opening={opening} span={spanOf(axis, opening)} names={names} />
        ))}
      </ul>
    </>
  )
}

type VisitBlockProps = {
  readonly visit: VisitOnGrid
  readonly span: Span
  readonly gridKey: string
  readonly keys: GridKeys
  readonly names: Names
  readonly onOpen: (appointmentId: string) => void
}

/** Shorter than this there is room for one line. */
const oneLineMinutes = 24
/** Shorter than this the line has to be small. */
const tinyMinutes = 13

function VisitBlock({ visit, span, gridKey, keys, names, onOpen }: VisitBlockProps) {
  const { say } = useWords()
  const { appointment, start, end } = visit
  const { patient, status, visitTypeId } = appointment
  const type = names.typeOf(visitTypeId)
  const sign = statusSigns[status]
  const times = `${names.timeOf(start)}–${names.timeOf(end)}`
  const name = displayName(patient.name)
  const minutes = span.to - span.from
  const isShort = minutes < oneLineMinutes
  return (
    <li className={styles.place} style={placed(span)}>
      <button
        type="button"
        tabIndex={keys.reached === gridKey ? 0 : -1}
        onKeyDown={keys.onKeyDown}
        onFocus={() => keys.onReach(gridKey)}
        data-visit={gridKey}
        title={`${name}, ${times}`}
        className={classNames(
          styles.visit,
          styles[names.toneOf(visitTypeId)],
          isShort && styles.short,
          minutes < tinyMinutes && styles.tiny,
        )}
        data-missed={status === 'no-show' || undefined}
        onClick={() => onOpen(appointment.id)}
      >
        <b>{name}</b>
        <span className={styles.what}>
          {sign && `${signs[sign]} ${say(`status_${status}`)} · `}
          {type}
        </span>
        <VisuallyHidden>
          , {times}
          {!sign && `, ${say(`status_${status}`)}`}
        </VisuallyHidden>
      </button>
    </li>
  )
}

type HoldBlockProps = { readonly hold: Day['holds'][number]; readonly span: Span; readonly names: Names }

function HoldBlock({ hold, span, names }: HoldBlockProps) {
  const { say } = useWords()
  return (
    <li className={styles.hold} style={placed(span)}>
      <b>{say('heldBy', { name: hold.staffName })}</b>{' '}
      <span>{say('until', { time: names.timeOf(hold.expiresAt) })}</span>
    </li>
  )
}

type OpeningBlockProps = { readonly opening: OpeningOnGrid; readonly span: Span; readonly names: Names }

function OpeningBlock({ opening, span, names }: OpeningBlockProps) {
  const { say } = useWords()
  return (
    <li className={classNames(styles.opening, styles[opening.state])} style={placed(span)}>
      {opening.number} {opening.state === 'held' && (opening.heldFor ?? say('held'))}
      {opening.state === 'looked-at' && names.timeOf(opening.start)}
    </li>
  )
}
