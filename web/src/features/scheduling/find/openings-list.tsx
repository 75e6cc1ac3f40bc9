import { type KeyboardEvent, useEffect, useRef } from 'react'
import { formatInDays, Kbd } from '../../../ui/index.ts'
import styles from './find.module.css'
import { legsText, reasonSentences, whoAndWhere } from './reasons.ts'
import { type Opening, openingKey } from '../shapes.ts'
import type { Names } from '../use-names.ts'
import { useWords } from '../words.ts'

type OpeningsListProps = {
  readonly list: readonly Opening[]
  readonly today: string
  readonly names: Names
  /** Whether choosing it would open a group rather than book a visit. */
  readonly isForGroup: (opening: Opening) => boolean
  readonly selected: string | null
  /** When it changes, what was looked at is gone: the focus goes to the first opening. */
  readonly replaced: number
  /** Whether each has its key: not while the keys belong to something else. */
  readonly hasKeys: boolean
  readonly onLook: (opening: Opening) => void
  readonly onChoose: (opening: Opening) => void
}

export function OpeningsList(props: OpeningsListProps) {
  const { list, today, names, isForGroup, selected, replaced, hasKeys, onLook, onChoose } = props
  const { say, locale } = useWords()
  const frame = useRef<HTMLOListElement>(null)
  useEffect(() => {
    if (replaced > 0) frame.current?.querySelector('button')?.focus()
  }, [replaced])
  // Other openings came while somebody was on one that is not among them: they are on the first, not nowhere.
  const wasHere = useRef(false)
  useEffect(() => {
    if (!wasHere.current || document.activeElement !== document.body) return
    // Where none is left, what could be done instead stands beside the list.
    const near = frame.current?.querySelector('button') ?? frame.current?.parentElement?.querySelector('button')
    near?.focus()
  }, [list])
  return (
    <ol className={styles.openings} aria-label={say('answers')} ref={frame}>
      {list.map((opening, index) => {
        const values = {
          number: index + 1,
          when: names.whenAndWhere(opening),
          inDays: formatInDays(names.at(opening.siteId).dateOf(opening.start), today, locale),
        }
        const key = openingKey(opening)
        const { zone } = names.at(opening.siteId)
        return (
          <li key={key}>
            <button
              type="button"
              className={styles.opening}
              aria-current={selected === key || undefined}
              aria-keyshortcuts={hasKeys ? String(index + 1) : undefined}
              onKeyDown={walk}
              onFocus={() => {
                wasHere.current = true
                onLook(opening)
              }}
              onBlur={(event) => {
                if (event.relatedTarget !== null) wasHere.current = false
              }}
              onPointerEnter={(event) => event.pointerType === 'mouse' && onLook(opening)}
              onClick={() => onChoose(opening)}
            >
              <span aria-hidden className={styles.number}>
                {hasKeys && <Kbd keys={String(index + 1)} />}
              </span>
              <b>{values.when}</b>
              <span className={styles.inDays}>{values.inDays}</span>
              <span className={styles.why}>
                <span className={styles.who}>
                  {opening.legs
                    ? legsText(opening, names.at(opening.siteId), say)
                    : `${whoAndWhere(opening, zone, names.nameOf, say)}.`}
                </span>{' '}
                {reasonSentences(opening, zone, say)} {isForGroup(opening) && say('opensGroup')}{' '}
                {opening.outsideWish && say('outsideWish')}
              </span>
            </button>
          </li>
        )
      })}
    </ol>
  )
}

/** Arrows walk through the list as they do everywhere else. */
export function walk(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined) return
  const buttons = [...(event.currentTarget.closest('ol, ul')?.querySelectorAll('button') ?? [])]
  const at = buttons.findIndex((button) => button === document.activeElement)
  event.preventDefault()
  buttons[Math.min(buttons.length - 1, Math.max(0, at + step))]?.focus()
}
