import { useRef, useState } from 'react'
import { useNow } from '../../../app/clock.ts'
import { useMay } from '../../../app/session.ts'
import styles from '../calendar.module.css'
import { type GridColumn, type OnBookAt, type OnFind, stopKey, stopsOf } from '../grid/grid-column.ts'
import { offsetOf } from '../grid/grid-geometry.ts'
import type { Offers } from '../grid/openings-on-grid.ts'
import { TimeGrid, type TimeGridProps } from '../grid/time-grid.tsx'
import { useColumnsInSight } from '../grid/use-columns-in-sight.ts'
import { useLookAt } from '../grid/use-look-at.ts'
import { focusWhenThere, useGridKeys } from '../grid/use-grid-keys.ts'
import { showToast } from '../../../ui/index.ts'
import type { Names } from '../use-names.ts'
import { useWords } from '../words.ts'
import { CarryBar } from './carry-bar.tsx'
import { Ghosts } from './ghosts.tsx'
import { type GridSheet, GridSheets } from './grid-sheets.tsx'
import { boxesOf, placeOfLoad, stopIdOf } from './load.ts'
import { stretchOf } from './pointer-place.ts'
import { mayLift, standingAt } from './standing.ts'
import { SpaceGhost, type SpaceSpan } from './space-ghost.tsx'
import { useCarry } from './use-carry.ts'
import { type Dropped, useDrop } from './use-drop.ts'
import { useGridLetters } from './use-grid-letters.ts'
import { useGridPointer } from './use-grid-pointer.ts'
import { useLifted } from './use-lifted.ts'
import { useRules } from './use-rules.ts'
import { wallStretch } from './wall-stretch.ts'
import { minutesOf, type Wanted } from './wanted.ts'

type BookableGridProps = Pick<TimeGridProps, 'label' | 'columns' | 'headOf' | 'otherZone'> & {
  readonly offers: Offers
  readonly names: Names
  readonly onOpen: (appointmentId: string) => void
  /** Look for an opening with whoever stands in the column. */
  readonly onFind: OnFind
  readonly onBookAt?: OnBookAt | undefined
}

/** A grid in which visits, groups and closed time are moved, made longer and shorter, and time is closed: by pointer and by keys. */
export function BookableGrid({ columns, offers, names, onOpen, onFind, onBookAt, ...rest }: BookableGridProps) {
  const { say } = useWords()
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
  const grabbed = useRef({ at: 0, from: 0 })
  const [space, setSpace] = useState<SpaceSpan | null>(null)
  const [sheet, setSheet] = useState<GridSheet | null>(null)

  const drop = useDrop(names)
  useLifted(frame, carried && boxesOf(carried.load))
  const backTo = (columnId: string, stopId: string) => {
    carry.putBack()
    drop.clear()
    focusWhenThere(frame, stopKey(columnId, stopId))
  }
  const putBack = () => {
    if (!carried) return
    const stopId = stopIdOf(carried.load)
    const origin = columns.find(
      (column) =>
        column.resource.id === carried.grabbedId &&
        stopsOf(column).some(({ key }) => key === stopKey(column.id, stopId)),
    )
    backTo(origin?.id ?? carried.columnId, stopId)
  }

  const at = (stop: string | undefined) => standingAt(columns, stop)
  const lift = (stop: string | undefined, mode: 'move' | 'resize', by: 'pointer' | 'keys'): boolean => {
    const found = at(stop)
    const verdict = found?.load && mayLift(found.load, mode, { mayMove, mayBlock, zone: found.column.day.timeZone })
    if (verdict === 'lasts-for-days') showToast({ kind: 'info', text: say('blockForDays') })
    if (!found?.load || verdict !== 'yes') return false
    drop.clear()
    carry.start(found.load, found.column, { mode, by })
    return true
  }
  const dropAt = async (wanted: Wanted, how: Pick<Dropped, 'reason' | 'overriding' | 'aroundVisits'>) => {
    if (!carried) return
    const { load, columnId } = carried
    const siteId = carry.column?.day.siteId ?? ''
    if (await drop.drop({ siteId, load, wanted, ...how })) backTo(columnId, stopIdOf(load, wanted))
  }
  /** Why a visit is moved is asked for; closed time has its reason. */
  const letGo = () => {
    if (!carried || !carry.isMoved) return putBack()
    carry.drop()
    if (carried.load.kind === 'block') void dropAt(carried.wanted, { reason: '' })
  }
  /** Time of anybody and anything is closed by those who may, and booked by those who may. */
  const mayUse = ({ resource }: GridColumn) =>
    resource.kind !== 'site' && (mayBlock || (mayBook && onBookAt !== undefined))
  const blockAt = (column: GridColumn, from: number, to: number) => {
    const { resource } = column
    if (!mayUse(column)) return
    setSheet({
      what: 'blocking',
      column,
      stretch: { resourceId: resource.id, resourceName: resource.name, ...wallStretch(column, from, to) },
    })
  }

  const { onPointerDown } = useGridPointer(frame, columns, {
    onLift: (pressed, place, mode) => {
      const stop = pressed.dataset['resize'] ?? pressed.dataset['stop']
      if (!lift(stop, mode, 'pointer')) return false
      const load = at(stop)?.load
      const from = load && placeOfLoad(load).start
      grabbed.current = { at: place.offset, from: from ? offsetOf(place.column.axis, from) : place.offset }
      return true
    },
    onCarry: ({ column, offset }) => {
      const by = offset - grabbed.current.at
      if (carried?.mode === 'resize') carry.stretchTo(minutesOf(carried.from) + by)
      else carry.to(column, grabbed.current.from + by)
    },
    onDrop: letGo,
    onPutBack: putBack,
    onSpace: (from, to, isOver) => {
      if (!mayUse(from.column)) return
      const { axis } = from.column
      const stretch = stretchOf(from.offset, to.offset, 5, axis.minutes)
      setSpace(isOver ? null : { column: from.column, ...stretch })
      if (isOver) blockAt(from.column, stretch.from, stretch.to)
    },
    onSpacePress: ({ column }) => {
      if (mayBook && column.resource.kind !== 'site') onFind(column)
    },
  })

  const onKeyDown = useGridLetters({ columns, at, carry, now, keys, lift, blockAt, onFind })
  const press = (pressed: HTMLElement) => {
    const load = at(pressed.dataset['stop'])?.load
    if (load?.kind === 'visit') onOpen(load.visit.id)
    if (load?.kind === 'group') setSheet({ what: 'group', groupId: load.group.id })
    if (load?.kind === 'block') setSheet({ what: 'block', block: load.block })
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
        mayBlock={mayBlock}
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
        onPress={press}
        {...(mayBook ? { onFind } : {})}
      >
        <Ghosts carry={carry} columns={columns} sight={sight} names={names} />
        {space && <SpaceGhost space={space} columns={columns} sight={sight} names={names} />}
      </TimeGrid>
      {carried && (
        <CarryBar
          carry={carry}
          names={names}
          refused={drop.refused}
          isPending={drop.isPending}
          onDrop={letGo}
          onConfirm={(reason, overriding = []) => void dropAt(carried.wanted, { reason, overriding })}
          onAround={() => void dropAt(carried.wanted, { reason: '', aroundVisits: true })}
          onPutBack={putBack}
          onTake={({ start, end, assignments }, reason) => void dropAt({ start, end, assignments }, { reason })}
        />
      )}
      <GridSheets
        sheet={sheet}
        columns={columns}
        names={names}
        onSheet={setSheet}
        onOpen={onOpen}
        onFind={onFind}
        onBookAt={onBookAt}
      />
    </div>
  )
}
