import { useCallback, useMemo, useState } from 'react'
import type { GridColumn } from '../grid/grid-column.ts'
import { type Carried, carryTo, pickUp, stepColumn, stepTime, stretchBy, stretchTo } from './carry.ts'
import type { Load } from './load.ts'
import { previewLoad } from './preview-load.ts'
import { useBeside } from './use-beside.ts'
import type { Rules } from './use-rules.ts'
import { isSame } from './wanted.ts'

/** Closed time begins and ends as finely as empty time is marked. */
const blockStep = 5

/** What is being moved, by whatever means, and what it would meet where it is. */
export function useCarry(columns: readonly GridColumn[], rules: Rules, now: string) {
  const [carried, setCarried] = useState<Carried | null>(null)
  const column = carried && (columns.find(({ id }) => id === carried.columnId) ?? null)
  const beside = useBeside(carried, rules)
  const days = useMemo(() => [...new Set(columns.map(({ day }) => day))], [columns])
  const seen = useMemo(
    () => (carried && column ? previewLoad({ days, beside }, carried.load, carried.wanted, { now, ...rules }) : null),
    [carried, column, days, beside, rules, now],
  )
  const change = useCallback((next: (carried: Carried) => Carried) => {
    setCarried((before) => (before && !before.isDropped ? next(before) : before))
  }, [])
  return {
    carried,
    column,
    seen,
    isMoved: carried !== null && !isSame(carried.wanted, carried.from),
    start: (load: Load, from: GridColumn, how: Pick<Carried, 'by' | 'mode'>) => {
      const typeId =
        load.kind === 'block' ? null : load.kind === 'visit' ? load.visit.visitTypeId : load.group.visitTypeId
      setCarried(pickUp(load, from, { ...how, step: typeId === null ? blockStep : rules.stepOf(typeId) }))
    },
    to: (target: GridColumn, offset: number) => change((one) => carryTo(one, target, offset, rules.kindOf)),
    stretchTo: (minutes: number) => change((one) => stretchTo(one, minutes)),
    stepTime: (direction: 1 | -1) =>
      change((one) => {
        const here = columns.find(({ id }) => id === one.columnId)
        return here ? stepTime(one, here, direction, rules.kindOf) : one
      }),
    stepColumn: (direction: 1 | -1) => change((one) => stepColumn(one, columns, direction, rules.kindOf)),
    stretchBy: (direction: 1 | -1) => change((one) => stretchBy(one, direction)),
    drop: () => change((one) => ({ ...one, isDropped: true })),
    /** Back in the hand after a refusal, to look for another place. */
    lift: () => setCarried((before) => before && { ...before, isDropped: false }),
    putBack: () => setCarried(null),
  }
}

export type Carry = ReturnType<typeof useCarry>
