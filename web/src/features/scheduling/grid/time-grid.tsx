import { type CSSProperties, type KeyboardEvent, type PointerEvent, type ReactNode, type RefObject } from 'react'
import { classNames } from '../../../ui/index.ts'
import type { Names } from '../use-names.ts'
import { useWords } from '../words.ts'
import { ColumnHead, type HeadText } from './column-head.tsx'
import type { GridColumn } from './grid-column.ts'
import { isOnAxis, offsetOf } from './grid-geometry.ts'
import type { Offers } from './openings-on-grid.ts'
import { placed } from './placed.ts'
import { AxisCorner, TimeAxis } from './time-axis.tsx'
import { TimeColumn } from './time-column.tsx'
import styles from './time-grid.module.css'
import type { ColumnsInSight } from './use-columns-in-sight.ts'
import { useFirstSight } from './use-first-sight.ts'
import type { GridKeys } from './use-grid-keys.ts'

export type TimeGridProps = {
  readonly label: string
  readonly columns: readonly GridColumn[]
  readonly frame: RefObject<HTMLDivElement | null>
  readonly sight: ColumnsInSight
  readonly keys: GridKeys
  readonly headOf: (column: GridColumn) => HeadText
  readonly offers: Offers
  readonly names: Names
  readonly now: string
  readonly otherZone: string | null
  readonly mayMove: boolean
  readonly mayBlock: boolean
  readonly onFind?: (column: GridColumn) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void
  /** Somebody pressed a visit, a group or a block. */
  readonly onPress: (pressed: HTMLElement) => void
  /** What lies over the columns: a visit that is carried. */
  readonly children?: ReactNode
}

export function TimeGrid(props: TimeGridProps) {
  const {
    label,
    columns,
    frame,
    sight,
    keys,
    headOf,
    offers,
    names,
    now,
    otherZone,
    mayMove,
    mayBlock,
    onFind,
    children,
  } = props
  useFirstSight(frame, columns, now)
  const [first] = columns
  if (!first) return null
  const style = {
    ...sight.style,
    '--minutes': first.axis.minutes,
    ...(otherZone ? { '--axis': '116px' } : {}),
  } as CSSProperties
  const shown = sight.inSight.flatMap((index) => {
    const column = columns[index]
    return column ? [{ column, left: sight.leftOf(index) }] : []
  })
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- one listener serves the thousand buttons in it
    <div
      ref={frame}
      role="group"
      aria-label={label}
      className={classNames(styles.frame, sight.isVirtual && styles.many)}
      style={style}
      data-moves-with-j-k
      onKeyDown={props.onKeyDown}
      onPointerDown={props.onPointerDown}
      onFocus={({ target }) => {
        const stop = target.dataset['stop']
        if (stop !== undefined) keys.onReach(stop)
      }}
      onClick={({ target }) => {
        const pressed = target instanceof Element ? target.closest<HTMLElement>('[data-stop]') : null
        if (pressed) props.onPress(pressed)
      }}
    >
      <div className={styles.heads}>
        <AxisCorner axis={first.axis} otherZone={otherZone} />
        {shown.map(({ column, left }) => (
          <ColumnHead
            key={column.id}
            column={column}
            left={left}
            text={headOf(column)}
            {...(onFind ? { onFind } : {})}
          />
        ))}
      </div>
      <div className={styles.body} data-body>
        <TimeAxis axis={first.axis} otherZone={otherZone} now={now} />
        {shown.map(({ column, left }) => (
          <TimeColumn
            key={column.id}
            column={column}
            left={left}
            label={labelOf(column.resource.name, headOf(column).title)}
            offers={offers}
            names={names}
            now={now}
            mayMove={mayMove}
            mayBlock={mayBlock}
            reached={keys.reached?.startsWith(`${column.id} `) ? keys.reached : null}
          />
        ))}
        <NowLine columns={columns} now={now} names={names} sight={sight} />
        {children}
      </div>
    </div>
  )
}

/** On a week, columns of one name are told apart by their day. */
function labelOf(name: string, title: string): string {
  return name === title ? name : `${name}, ${title}`
}

type NowLineProps = Pick<TimeGridProps, 'columns' | 'now' | 'names' | 'sight'>

/** Over the columns of today; of a week that is one day. */
function NowLine({ columns, now, names, sight }: NowLineProps) {
  const { say } = useWords()
  const first = columns.findIndex((column) => isOnAxis(column.axis, now))
  const column = columns[first]
  if (!column) return null
  const at = offsetOf(column.axis, now)
  const last = columns.findLastIndex(({ axis }) => axis.date === column.axis.date)
  const isAll = first === 0 && last === columns.length - 1
  const line = isAll
    ? {}
    : { insetInlineStart: sight.placeOf(first).insetInlineStart, insetInlineEnd: sight.endOf(last) }
  return (
    <>
      <div className={styles.now} style={{ ...placed({ from: at, to: at }), ...line }} />
      <div className={styles.nowTime} style={placed({ from: at, to: at })}>
        <span title={say('now', { time: names.timeOf(now) })}>{names.timeOf(now)}</span>
      </div>
    </>
  )
}
