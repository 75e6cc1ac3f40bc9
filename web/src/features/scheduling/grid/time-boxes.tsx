import { classNames, signs } from '../../../ui/index.ts'
import type { Names } from '../use-names.ts'
import { useWords } from '../words.ts'
import type { BlockOnGrid, GroupOnGrid, HoldOnGrid, SessionOnGrid } from './column-content.ts'
import { blockKey } from './grid-column.ts'
import type { Span } from './grid-geometry.ts'
import type { OpeningOnGrid } from './openings-on-grid.ts'
import { placed, tinyMinutes } from './placed.ts'
import tones from '../tones.module.css'
import styles from './boxes.module.css'

type NamedProps = { readonly names: Names }
type BoxProps = NamedProps & { readonly span: Span }
type StopProps = { readonly stop: string; readonly isReached: boolean }

export function HoldBlock({ hold, names }: NamedProps & { readonly hold: HoldOnGrid }) {
  const { say } = useWords()
  const { staffName, bySelf, expiresAt } = hold.hold
  return (
    <li className={styles.hold} style={placed(hold.box, hold)}>
      <b>{bySelf ? say('heldOnline') : say('heldBy', { name: staffName })}</b>{' '}
      <span>{say('until', { time: names.clockOf(expiresAt) })}</span>
    </li>
  )
}

type BlockBoxProps = NamedProps & StopProps & { readonly block: BlockOnGrid; readonly mayChange: boolean }

export function BlockBox({ block, stop, isReached, names, mayChange }: BlockBoxProps) {
  const { say } = useWords()
  const { reason } = block
  const times = { times: names.timesOf(block.start, block.end) }
  return (
    <li className={styles.blockPlace} style={placed(block.box, block)}>
      <button
        type="button"
        tabIndex={isReached ? 0 : -1}
        data-stop={stop}
        data-block={blockKey(block)}
        className={styles.block}
        aria-label={reason === null ? say('blockedAt', times) : say('blockedFor', { reason, ...times })}
      >
        {reason ?? say('blockedTime')}
      </button>
      {mayChange && <span className={styles.grip} data-resize={stop} aria-hidden />}
    </li>
  )
}

/** Lunch, sessions kept for some kinds of visits, and time kept for people who come without an appointment. */
export function SessionBox({
  session,
  span,
  names,
  now,
}: BoxProps & { readonly session: SessionOnGrid; readonly now: string }) {
  const { say } = useWords()
  const { kind, label, walkIn, capacity, begun, visitTypeIds, releasesAt, start, end } = session
  const times = names.timesOf(start, end)
  if (kind === 'break')
    return (
      <li className={styles.off} style={placed(span)} title={times}>
        {label ?? say('break')}
      </li>
    )
  if (walkIn)
    return (
      <li className={styles.walkIn} style={placed(span)} title={times}>
        {capacity === null ? say('walkIns') : say('walkInsTaken', { taken: begun, capacity })}
      </li>
    )
  const isReserved = visitTypeIds !== null && (releasesAt === null || Date.parse(releasesAt) > Date.parse(now))
  if (!isReserved) return null
  const kinds = label ?? visitTypeIds.map(names.typeOf).join(', ')
  return (
    <li className={styles.reserved} style={placed(span)} title={times}>
      <span>
        {signs.quiet} {say('reservedFor', { kinds })}
      </span>
    </li>
  )
}

export function GroupBlock({
  group: place,
  stop,
  isReached,
  names,
}: NamedProps & StopProps & { readonly group: GroupOnGrid }) {
  const { say } = useWords()
  const { group } = place
  const { taken, seats } = group
  return (
    <li className={styles.place} style={placed(place.box, place)}>
      <button
        type="button"
        tabIndex={isReached ? 0 : -1}
        data-stop={stop}
        data-group={group.id}
        title={names.timesOf(group.start, group.end)}
        className={classNames(styles.visit, tones[names.toneOf(group.visitTypeId)])}
      >
        <b>{names.typeOf(group.visitTypeId)}</b>
        <span className={styles.what}>
          {group.closed && `${signs.quiet} ${say('groupIsClosed')} · `}
          {taken < seats ? say('seats', { taken, seats }) : `${signs.ok} ${say('seatsFull', { seats })}`}
        </span>
      </button>
    </li>
  )
}

export function OpeningBlock({ opening, span, names }: BoxProps & { readonly opening: OpeningOnGrid }) {
  const { say } = useWords()
  return (
    <li
      className={classNames(styles.opening, span.to - span.from < tinyMinutes && styles.slim, styles[opening.state])}
      style={placed(span)}
      data-opening={opening.state}
    >
      {opening.number} {opening.state === 'held' && (opening.heldFor ?? say('held'))}
      {opening.state === 'looked-at' && names.clockOf(opening.start)}
    </li>
  )
}
