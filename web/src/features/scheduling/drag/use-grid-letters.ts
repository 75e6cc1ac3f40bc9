import type { KeyboardEvent } from 'react'
import { useMay } from '../../../app/session.ts'
import { useShortcuts } from '../../../ui/index.ts'
import type { VisitOnGrid } from '../grid/column-content.ts'
import type { GridColumn } from '../grid/grid-column.ts'
import { offsetOf } from '../grid/grid-geometry.ts'
import type { GridKeys } from '../grid/use-grid-keys.ts'
import { useWords } from '../words.ts'
import type { Carry } from './use-carry.ts'

/** The minutes that a block begins with when it is asked for by key. */
const usualBlock = 60

/** What a stop of the grid stands for: a column, and a visit in it if it is one. */
export type Standing = { readonly column: GridColumn; readonly visit?: VisitOnGrid }

type Letters = {
  readonly columns: readonly GridColumn[]
  readonly at: (stop: string | undefined) => Standing | undefined
  readonly carry: Carry
  readonly keys: GridKeys
  readonly lift: (stop: string | undefined, mode: 'move' | 'resize', by: 'keys') => boolean
  readonly blockAt: (column: GridColumn, from: number, to: number) => void
  readonly onFind: (column: GridColumn) => void
}

/** By keys: `m` takes a visit in the hand, `b` closes time, `n` finds an opening, Shift with an arrow stretches. */
export function useGridLetters({ columns, at, carry, keys, lift, blockAt, onFind }: Letters) {
  const { say } = useWords()
  const mayBook = useMay('appointment.book')
  const mayMove = useMay('appointment.move')
  const mayBlock = useMay('schedule.block')
  /** Where the focus is: on something in a column, or on its head. */
  const here = () => {
    const { stop, head } = document.activeElement instanceof HTMLElement ? document.activeElement.dataset : {}
    const column = columns.find(({ id }) => id === head || stop?.startsWith(`${id} `))
    return column && { column, stop }
  }
  const pick = () => lift(here()?.stop ?? keys.reached ?? undefined, 'move', 'keys')
  const block = () => {
    const column = here()?.column ?? columns[0]
    if (!column) return
    const visit = at(here()?.stop)?.visit
    const opens = column.resource.open.map(({ start }) => offsetOf(column.axis, start))
    const from = visit ? offsetOf(column.axis, visit.end) : Math.min(...opens, column.axis.minutes - usualBlock)
    blockAt(column, from, Math.min(column.axis.minutes, from + usualBlock))
  }
  const find = () => {
    const column = here()?.column
    if (column) onFind(column)
  }
  const isIdle = carry.carried === null
  useShortcuts({ m: { label: say('pickUp'), run: pick } }, { isEnabled: mayMove && isIdle })
  useShortcuts({ b: { label: say('blockTime'), run: block } }, { isEnabled: mayBlock && isIdle })
  useShortcuts({ n: { label: say('findHere'), run: find } }, { isEnabled: mayBook && isIdle })

  /** The same letters where single keys are turned off everywhere else: here they act on what has the focus. */
  return (event: KeyboardEvent) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey
    const stop = event.target instanceof HTMLElement ? event.target.dataset['stop'] : undefined
    const own = { m: mayMove && pick, b: mayBlock && block, n: mayBook && find }[event.key]
    const isStretch = event.shiftKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')
    if (isPlain && stop !== undefined && isStretch && lift(stop, 'resize', 'keys')) {
      event.preventDefault()
      return carry.stretchBy(event.key === 'ArrowDown' ? 1 : -1)
    }
    if (isPlain && !event.shiftKey && stop !== undefined && own) {
      event.preventDefault()
      own()
      return
    }
    keys.onKeyDown(event)
  }
}
