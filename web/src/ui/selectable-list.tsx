import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { GridList, GridListItem } from 'react-aria-components'
import { classNames } from './class-names.ts'
import styles from './selectable-list.module.css'
import { useShortcuts } from './shortcuts/use-shortcuts.ts'
import { useWords } from './use-words.ts'

export type SelectableListProps<T> = {
  readonly label: string
  readonly items: readonly T[]
  readonly getKey: (item: T) => string
  /** What assistive technology reads as the row's name. */
  readonly getText: (item: T) => string
  readonly children: (item: T, state: { readonly isSelected: boolean }) => ReactNode
  readonly selected: string | null
  readonly onSelect: (key: string) => void
  /** Enter or a double click. */
  readonly onOpen?: (key: string) => void
  /** j and k then move this list from anywhere on the page. */
  readonly isPrimary?: boolean
  readonly empty?: ReactNode
  readonly variant?: 'rows' | 'cards'
}

const arrows: Readonly<Record<string, string>> = { j: 'ArrowDown', k: 'ArrowUp' }

/** One tab stop; arrows, j and k move the selection; buttons inside a row are reached with Tab. */
export function SelectableList<T>(props: SelectableListProps<T>) {
  const { label, items, getKey, getText, children, selected, onSelect, onOpen, isPrimary = false, empty } = props
  const { say } = useWords()
  const list = useRef<HTMLDivElement>(null)

  const move = (step: 1 | -1) => {
    const at = items.findIndex((item) => getKey(item) === selected)
    const next = items[at < 0 ? 0 : Math.min(items.length - 1, Math.max(0, at + step))]
    if (next === undefined) return
    onSelect(getKey(next))
    const row = list.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(getKey(next))}"]`)
    row?.focus()
  }
  useShortcuts(
    {
      j: { label: say('nextRow'), run: () => move(1) },
      k: { label: say('previousRow'), run: () => move(-1) },
    },
    { scope: 'page', isEnabled: isPrimary },
  )

  const translate = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !isTyping(event.target)) passOn(event)
    const arrow = arrows[event.key]
    if (!arrow || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    event.preventDefault()
    event.stopPropagation()
    event.target.dispatchEvent(new KeyboardEvent('keydown', { key: arrow, bubbles: true, cancelable: true }))
  }

  return (
    <div data-moves-with-j-k onKeyDownCapture={translate}>
      <GridList
        ref={list}
        aria-label={label}
        items={items.map((item) => ({ id: getKey(item), item }))}
        dependencies={[children, selected]}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        disallowTypeAhead
        keyboardNavigationBehavior="tab"
        selectedKeys={selected === null ? [] : [selected]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys]
          if (key !== undefined) onSelect(String(key))
        }}
        onAction={onOpen && ((key) => onOpen(String(key)))}
        renderEmptyState={() => empty}
        className={classNames(styles.list, styles[props.variant ?? 'rows'])}
      >
        {({ item }: { readonly item: T }) => (
          <GridListItem id={getKey(item)} textValue={getText(item)} className={styles.row}>
            {({ isSelected }) => <>{children(item, { isSelected })}</>}
          </GridListItem>
        )}
      </GridList>
    </div>
  )
}

function isTyping(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable="true"]') !== null
}

/** The list has no use for Escape, yet would keep it from the window it lies in. */
function passOn(event: KeyboardEvent): void {
  event.stopPropagation()
  const again = new KeyboardEvent('keydown', { key: event.key, bubbles: true, cancelable: true })
  if (event.currentTarget.parentElement?.dispatchEvent(again) === false) event.preventDefault()
}
