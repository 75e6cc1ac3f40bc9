import type { RuleCode } from '@foyer/scheduling'
import { useRef, useState } from 'react'
import { useNow } from '../../../app/clock.ts'
import { useMay } from '../../../app/session.ts'
import styles from '../calendar.module.css'
import { blockKey, type GridColumn, type OnFind, stopKey } from '../grid/grid-column.ts'
import { offsetOf } from '../grid/grid-geometry.ts'
import type { Offers } from '../grid/openings-on-grid.ts'
import { TimeGrid, type TimeGridProps } from '../grid/time-grid.tsx'
import { useColumnsInSight } from '../grid/use-columns-in-sight.ts'
import { useLookAt } from '../grid/use-look-at.ts'
import { focusWhenThere, useGridKeys } from '../grid/use-grid-keys.ts'
import type { DayAppointment } from '../shapes.ts'
import type { Names } from '../use-names.ts'
import { CarryBar } from './carry-bar.tsx'
import { Ghosts } from './ghosts.tsx'
import { type GridSheet, GridSheets } from './grid-sheets.tsx'
import { stretchOf } from './pointer-place.ts'
import { SpaceGhost, type SpaceSpan } from './space-ghost.tsx'
import { useCarry } from './use-carry.ts'
import { useDrop } from './use-drop.ts'
import { type Standing, useGridLetters } from './use-grid-letters.ts'
import { useGridPointer } from './use-grid-pointer.ts'
import { useLifted } from './use-lifted.ts'
import { useRules } from './use-rules.ts'
import type { Wanted } from './wanted.ts'

type BookableGridProps = Pick<TimeGridProps, 'label' | 'columns' | 'headOf' | 'otherZone'> & {
  readonly offers: Offers
  readonly names: Names
  readonly onOpen: (appointmentId: string) => void
  /** Look for an opening with whoever stands in the column. */
  readonly onFind: OnFind
}

/** A grid in which visits are moved, made longer and shorter, and time is blocked: by pointer and by keys. */
export function BookableGrid({ columns, offers, names, onOpen, onFind, ...rest }: BookableGridProps) {
  const now = useNow()
  const mayBook = useMay('appointment.book')
  const mayMove = useMay('appointment.move')
  const mayBlock = useMay('schedule.block')
  const frame = useRef<HTMLDivElement>(null)
  const sight = useColumnsInSight(columns.length, frame)
  const keys = useGridKeys(columns, frame, sight.show)
  useLookAt(frame, columns, offers, sight.show)
  const rules = useRules()
  const carry = useCarry(columns, rules, now)
  const { carried } = carry
  const grabbed = useRef(0)
  const [space, setSpace] = useState<SpaceSpan | null>(null)
  const [sheet, setSheet] = useState<GridSheet | null>(null)

  const drop = useDrop(names)
  useLifted(frame, carried?.visit.id ?? null)
  const backTo = (columnId: string, visit: DayAppointment) => {
    carry.putBack()
    drop.clear()
    focusWhenThere(frame, stopKey(columnId, visit.id))
  }
  const putBack = () => {
    if (!carried) return
    const origin = columns.find((column) =>
      column.content.visits.some(
        ({ appointment }) => appointment.id === carried.visit.id && column.resource.id === carried.grabbedId,
      ),
    )
    backTo(origin?.id ?? carried.columnId, carried.visit)
  }

  /** The visit or block that a stop stands for. */
  const at = (stop: string | undefined): Standing | undefined => {
    const column = columns.find(({ id }) => stop?.startsWith(`${id} `))
    const visit = column?.content.visits.find(({ appointment }) => stopKey(column.id, appointment.id) === stop)
    return column && { column, ...(visit ? { visit } : {}) }
  }
  const lift = (stop: string | undefined, mode: 'move' | 'resize', by: 'pointer' | 'keys'): boolean => {
    const found = at(stop)
    if (!found?.visit || !mayMove || found.visit.appointment.status !== 'booked') return false
    drop.clear()
    carry.start(found.visit.appointment, found.column, { mode, by })
    return true
  }
  const blockAt = (column: GridColumn, from: number, to: number) => {
    const { axis, resource, day } = column
    if (resource.kind === 'site') return
    const stretch = { from: axis.fromMinute + from, to: axis.fromMinute + to }
    setSheet({
      what: 'blocking',
      column,
      stretch: {
        resourceId: resource.id,
        resourceName: resource.name,
        date: day.date,
        startMinute: stretch.from,
        endMinute: Math.min(1440, stretch.to),
      },
    })
  }

  const { onPointerDown } = useGridPointer(frame, columns, {
    onLift: (pressed, place, mode) => {
      const stop = pressed.dataset['resize'] ?? pressed.dataset['stop']
      const visit = at(stop)?.visit
      if (!visit || !lift(stop, mode, 'pointer')) return false
      const edge = mode === 'move' ? visit.start : visit.end
      grabbed.current = place.offset - offsetOf(place.column.axis, edge)
      return true
    },
    onCarry: ({ column, offset }) => {
      if (carried?.mode === 'resize')
        carry.stretchTo(offset - grabbed.current - offsetOf(column.axis, carried.visit.start))
      else carry.to(column, offset - grabbed.current)
    },
    onDrop: () => (carry.isMoved ? carry.drop() : putBack()),
    onPutBack: putBack,
    onSpace: (from, to, isOver) => {
      if (!mayBlock || from.column.resource.kind === 'site') return
      const { axis } = from.column
      const stretch = stretchOf(from.offset, to.offset, 5, axis.minutes)
      setSpace(isOver ? null : { column: from.column, ...stretch })
      if (isOver) blockAt(from.column, stretch.from, stretch.to)
    },
    onSpacePress: ({ column }) => {
      if (mayBook && column.resource.kind === 'practitioner') onFind(column)
    },
  })

  const onKeyDown = useGridLetters({ columns, at, carry, keys, lift, blockAt, onFind })
  const press = (pressed: HTMLElement) => {
    const { visit, block: blockId, group, stop } = pressed.dataset
    if (visit) onOpen(visit)
    if (group) setSheet({ what: 'group', groupId: group })
    const block = at(stop)?.column.content.blocks.find((one) => blockKey(one) === blockId)
    if (block) setSheet({ what: 'block', block })
  }
  const dropAt = async (wanted: Wanted, reason: string, overriding: readonly RuleCode[] = []) => {
    if (!carried) return
    const { visit, columnId } = carried
    const siteId = carry.column?.day.siteId ?? ''
    if (await drop.drop({ siteId, visit, wanted, reason, overriding })) backTo(columnId, visit)
  }
  return (
    <div className={styles.grid}>
      <TimeGrid
        {...rest}
        columns={columns}
        offers={offers}
        names={names}
        now={now}
        frame={frame}
        sight={sight}
        keys={keys}
        mayMove={mayMove}
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
        onPress={press}
        {...(mayBook ? { onFind } : {})}
      >
        <Ghosts carry={carry} columns={columns} sight={sight} names={names} />
        {space && <SpaceGhost space={space} columns={columns} sight={sight} />}
      </TimeGrid>
      {carried && (
        <CarryBar
          carry={carry}
          names={names}
          refused={drop.refused}
          isPending={drop.isPending}
          onDrop={() => (carry.isMoved ? carry.drop() : putBack())}
          onConfirm={(reason, overriding) => void dropAt(carried.wanted, reason, overriding)}
          onPutBack={putBack}
          onTake={({ start, end, assignments }, reason) => void dropAt({ start, end, assignments }, reason)}
        />
      )}
      <GridSheets sheet={sheet} columns={columns} names={names} onSheet={setSheet} onOpen={onOpen} onFind={onFind} />
    </div>
  )
}
