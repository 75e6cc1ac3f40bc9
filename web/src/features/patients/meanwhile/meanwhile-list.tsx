import { type KeyboardEvent, useEffect, useRef } from 'react'
import { Notice, RadioGroup } from '../../../ui/index.ts'
import styles from './meanwhile.module.css'
import { useWords } from './use-words.ts'
import type { Line, Meanwhile } from './use-meanwhile.ts'

const sideOfKey = { '1': 'mine', '2': 'theirs' } as const

/** What a colleague saved while the form was open, field by field: as it was, theirs, mine, and which of them to keep. */
export function MeanwhileList({ of: { lines, isGone, choose } }: { readonly of: Meanwhile }) {
  const { say } = useWords()
  const list = useRef<HTMLDivElement>(null)
  const shape = lines.map(({ key, theirs }) => `${key} ${theirs}`).join('\n')
  useEffect(() => {
    if (shape !== '') goOn(list.current)
  }, [shape])
  if (isGone) {
    return (
      <Notice kind="warn" title={say('gone')}>
        {say('goneHelp')}
      </Notice>
    )
  }
  if (lines.length === 0) return null
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    const side = event.key === '1' || event.key === '2' ? sideOfKey[event.key] : undefined
    const line = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-line]') : null
    if (side === undefined || !line?.dataset['line'] || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    choose(line.dataset['line'], side)
    requestAnimationFrame(() => goOn(list.current))
  }
  return (
    <div
      ref={list}
      role="group"
      aria-label={say('title')}
      tabIndex={-1}
      className={styles.list}
      onKeyDownCapture={press}
    >
      <Notice kind="warn" title={say('title')}>
        {say('help')} {say('keys')}
      </Notice>
      {lines.map((line) => (
        <MeanwhileLine key={line.key} line={line} choose={choose} />
      ))}
    </div>
  )
}

function MeanwhileLine({ line, choose }: { readonly line: Line; readonly choose: Meanwhile['choose'] }) {
  const { say } = useWords()
  const { key, label, was, theirs, mine, side } = line
  return (
    <div className={styles.line} data-line={key} data-open={side === null || undefined}>
      <RadioGroup
        label={label}
        description={say('was', { text: was || say('empty') })}
        options={[
          { id: 'mine', label: say('mine'), detail: mine || say('empty') },
          { id: 'theirs', label: say('theirs'), detail: theirs || say('empty') },
        ]}
        value={side}
        onChange={(chosen) => choose(key, chosen)}
        orientation="horizontal"
      />
    </div>
  )
}

/** To the next line that is open, else to the button that saves. */
function goOn(list: HTMLElement | null) {
  const next = list?.querySelector<HTMLElement>('[data-open] input')
  ;(next ?? list?.closest('form')?.querySelector<HTMLElement>('[type=submit]') ?? list)?.focus()
}
