import type { KeyboardEvent } from 'react'
import { useMay } from '../../../app/session.ts'
import { useShortcuts } from '../../../ui/index.ts'
import type { GridColumn } from '../grid/grid-column.ts'
import type { GridKeys } from '../grid/use-grid-keys.ts'
import { useWords } from '../words.ts'
import type { Load } from './load.ts'
import { stretchAt } from './stretch-at.ts'
import type { Carry } from './use-carry.ts'

/** What a stop of the grid stands for: a column, and what stands in it there, with when it ends in this column. */
export type Standing = { readonly column: GridColumn; readonly load?: Load; readonly end?: string }

type Letters = {
  readonly columns: readonly GridColumn[]
  readonly at: (stop: string | undefined) => Standing | undefined
  readonly carry: Carry
  /** Instant (ISO, UTC). */
  readonly now: string
  readonly keys: GridKeys
  readonly lift: (stop: string | undefined, mode: 'move' | 'resize', by: 'keys') => boolean
  readonly blockAt: (column: GridColumn, from: number, to: number) => void
  readonly onFind: (column: GridColumn) => void
}

/** By keys: `m` takes a visit, a group or closed time in the hand, `b` closes time or books at it, `n` finds an opening, Shift with an arrow stretches. */
export function useGridLetters({ columns, at, carry, now, keys, lift, blockAt, onFind }: Letters) {
  const { say } = useWords()
  const mayBook = useMay('appointment.book')
  const mayMove = useMay('appointment.move')
  const mayBlock = useMay('schedule.block')
  const mayCarry = mayMove || mayBlock
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
    const standing = at(here()?.stop)
    const end = standing?.load?.kind === 'visit' ? standing.end : undefined
    const { from, to } = stretchAt(column, now, end)
    blockAt(column, from, to)
  }
  const find = () => {
    const column = here()?.column
    if (column) onFind(column)
  }
  const isIdle = carry.carried === null
  useShortcuts({ m: { label: say('pickUp'), run: pick } }, { isEnabled: mayCarry && isIdle })
  const mayUse = mayBlock || mayBook
  useShortcuts({ b: { label: say(mayBlock ? 'blockTime' : 'bookHere'), run: block } }, { isEnabled: mayUse && isIdle })
  useShortcuts({ n: { label: say('findHere'), run: find } }, { isEnabled: mayBook && isIdle })

  /** The same letters where single keys are turned off everywhere else: here they act on what has the focus. */
  return (event: KeyboardEvent) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey
    const stop = event.target instanceof HTMLElement ? event.target.dataset['stop'] : undefined
    const own = { m: mayCarry && pick, b: mayUse && block, n: mayBook && find }[event.key]
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
