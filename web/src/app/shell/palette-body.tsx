import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import { useOnceAnswered, usePatientSearch } from '../../features/patients/index.ts'
import { shortcuts } from '../../ui/index.ts'
import { useCatalog } from '../catalog.ts'
import { useMay } from '../session.ts'
import { Fault } from '../states.tsx'
import styles from './palette.module.css'
import { usePaletteGroups } from './palette-entries.tsx'
import type { Entry } from './palette-entry.ts'
import { words } from './words.ts'

export interface PaletteBodyProps {
  readonly start: string
  readonly onClose: () => void
}

const most = 8

/** A combobox (WAI-ARIA 1.2): the input keeps the focus, arrows move through people and commands. */
export function PaletteBody({ start, onClose }: PaletteBodyProps) {
  const { say } = useCatalog('shell', words)
  const baseId = useId()
  const maySearch = useMay('patient.search')
  const [text, setText] = useState(start)
  const [at, setAt] = useState(0)
  const answer = usePatientSearch(maySearch ? text : '', most)
  const groups = usePaletteGroups(text, answer)
  const entries = groups.flatMap((group) => group.entries)
  const active = Math.min(at, entries.length - 1)
  const optionId = (entry: Entry) => `${baseId}-${entry.id}`
  const activeEntry = entries[active]
  const activeId = activeEntry && optionId(activeEntry)

  useEffect(() => {
    if (activeId) document.querySelector(`#${CSS.escape(activeId)}`)?.scrollIntoView({ block: 'nearest' })
  }, [activeId])

  const run = (entry: Entry) => {
    const gone = shortcuts.leave()
    onClose()
    // The palette gives the focus back first; a command may then take it elsewhere.
    setTimeout(() => {
      try {
        entry.run()
      } finally {
        gone()
      }
    }, 0)
  }
  // Of several who were not seen yet, none is opened.
  const runOnceFound = useOnceAnswered(answer.isAwaited, text, () => {
    const [first] = groups
    const isPlain = first?.id === 'commands' || (first?.id === 'people' && first.entries.length === 1)
    if (isPlain && activeEntry) run(activeEntry)
  })
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const last = entries.length - 1
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: active >= last ? 0 : active + 1,
      ArrowUp: active <= 0 ? last : active - 1,
      PageDown: Math.min(last, active + 5),
      PageUp: Math.max(0, active - 5),
    }
    const next = moves[event.key]
    if (next !== undefined) setAt(next)
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      // Enter while the answer is still on its way must not open somebody found for fewer letters.
      if (answer.isAwaited) runOnceFound()
      else if (activeEntry) run(activeEntry)
    } else return
    event.preventDefault()
  }
  const count = answer.hits?.length
  return (
    <div className={styles.body}>
      <input
        className={styles.input}
        role="combobox"
        aria-label={say('find')}
        aria-expanded
        aria-controls={`${baseId}-list`}
        aria-activedescendant={activeId}
        aria-autocomplete="list"
        aria-describedby={`${baseId}-hint`}
        value={text}
        autoFocus
        autoComplete="off"
        spellCheck={false}
        maxLength={120}
        onChange={(event) => {
          setText(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      <p id={`${baseId}-hint`} className={styles.hint}>
        {say('searchHint')}
      </p>
      <p role="status" className={styles.status}>
        {answer.isAwaited ? say('searching') : count === undefined ? '' : say('results', { count })}
      </p>
      {answer.error && <Fault error={answer.error} onRetry={answer.retry} />}
      {count === 0 && answer.isCurrent && !groups.some(({ id }) => id === 'commands') && (
        <p className={styles.nobody}>
          <b>{say('noPerson')}</b> {say('noPersonNext')}
        </p>
      )}
      <div id={`${baseId}-list`} role="listbox" aria-label={say('find')} className={styles.list}>
        {groups.map((group) => (
          <div key={group.id} role="group" aria-labelledby={`${baseId}-${group.id}-title`}>
            <p id={`${baseId}-${group.id}-title`} className={styles.group}>
              {group.title}
            </p>
            {group.entries.map((entry) => (
              <div
                key={entry.id}
                id={optionId(entry)}
                role="option"
                aria-selected={entry === activeEntry}
                tabIndex={-1}
                className={styles.option}
                onKeyDown={(event) => event.key === 'Enter' && run(entry)}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => run(entry)}
              >
                {entry.content}
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  )
}
