import type { RuleCode } from '@foyer/scheduling'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Button, classNames, Segmented, signs, TextField, useShortcuts, VisuallyHidden } from '../../../ui/index.ts'
import { type MoveReason, mostNote, moveReasons, moveReasonText } from '../move-reason.ts'
import { ToldNotice } from '../told-notice.tsx'
import type { Opening } from '../shapes.ts'
import type { Names } from '../use-names.ts'
import { useWords } from '../words.ts'
import tones from '../tones.module.css'
import styles from './drag.module.css'
import type { Carry } from './use-carry.ts'
import { loadName } from './load.ts'
import type { Refused } from './refused.ts'
import { verdictLines, verdictSentence } from './verdict-text.ts'
import { minutesOf } from './wanted.ts'

type CarryBarProps = {
  readonly carry: Carry
  readonly names: Names
  readonly refused: Refused | null
  readonly isPending: boolean
  readonly onDrop: () => void
  readonly onConfirm: (reason: string, overriding?: readonly RuleCode[]) => void
  /** Close what is free there. */
  readonly onAround: () => void
  readonly onPutBack: () => void
  readonly onTake: (opening: Opening, reason: string) => void
}

/** What is in the hand: where it would be, what it meets there, and after the drop why it is moved. */
export function CarryBar(props: CarryBarProps) {
  const { carry, onDrop, onPutBack } = props
  const names = props.names.at(carry.column?.day.siteId)
  const { say } = useWords()
  const { carried, seen } = carry
  const hand = useRef<HTMLDivElement>(null)
  const byKeys = carried?.by === 'keys'
  const isDropped = carried?.isDropped ?? false
  useEffect(() => {
    if (byKeys && !isDropped) hand.current?.focus()
  }, [byKeys, isDropped])
  useShortcuts({ Escape: { label: say('putBack'), run: onPutBack } }, { scope: 'pane' })
  if (!carried || !seen) return null
  const speakers = { say, names }
  const { wanted, load } = carried
  const name = loadName(load, names, say)
  const when = names.spanOf(wanted.start, wanted.end)
  const values = { name, when, until: names.clockOf(wanted.end), minutes: minutesOf(wanted) }
  const title = say(carried.mode === 'move' ? 'carrying' : 'stretching', values)
  const isElsewhere = load.kind === 'block' || carry.column?.resource.id !== carried.grabbedId
  const whose = isElsewhere && carry.column ? `${carry.column.resource.name}, ` : ''
  const onKeyDown = (event: KeyboardEvent) => {
    if (isDropped || event.ctrlKey || event.metaKey || event.altKey) return
    const run = handKeys(carry, onDrop)[`${event.shiftKey ? 'Shift+' : ''}${event.key}`]
    if (!run) return
    event.preventDefault()
    event.stopPropagation()
    run()
  }
  return (
    <section className={styles.bar} aria-label={title}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- role application: its keys move what is in the hand */}
      <div
        ref={hand}
        // Its arrows move the visit: a screen reader has to hand them over.
        role="application"
        tabIndex={isDropped ? -1 : 0}
        aria-label={`${title}. ${verdictSentence(seen, speakers)}`}
        aria-roledescription={say(`handRole_${load.kind}`)}
        className={styles.hand}
        onKeyDown={onKeyDown}
      >
        <h3>{title}</h3>
        <ul className={styles.verdicts}>
          {verdictLines(seen, speakers).map(({ key, kind, text }) => (
            <li key={key} className={classNames(styles.verdict, tones[kind])}>
              {signs[kind]} {text}
            </li>
          ))}
        </ul>
        {!isDropped && byKeys && (
          <p className={styles.hint}>{say(load.kind === 'group' ? 'handHintMove' : 'handHint')}</p>
        )}
      </div>
      <VisuallyHidden>
        <span aria-live="assertive">
          {byKeys && !isDropped && `${whose}${when}. ${verdictSentence(seen, speakers)}`}
        </span>
      </VisuallyHidden>
      {isDropped && (load.kind === 'block' ? <BlockDropped {...props} /> : <Confirm {...props} names={names} />)}
    </section>
  )
}

function handKeys(carry: Carry, onDrop: () => void): Readonly<Record<string, () => void>> {
  return {
    ArrowUp: () => carry.stepTime(-1),
    ArrowDown: () => carry.stepTime(1),
    k: () => carry.stepTime(-1),
    j: () => carry.stepTime(1),
    ArrowLeft: () => carry.stepColumn(-1),
    ArrowRight: () => carry.stepColumn(1),
    Enter: onDrop,
    ' ': onDrop,
    'Shift+ArrowUp': () => carry.stretchBy(-1),
    'Shift+ArrowDown': () => carry.stretchBy(1),
  }
}

function Confirm({ carry, names, refused, isPending, onConfirm, onPutBack, onTake }: CarryBarProps) {
  const { say } = useWords()
  const [chosen, setChosen] = useState<MoveReason>(carry.carried?.load.kind === 'group' ? 'clinician' : 'patient')
  const [note, setNote] = useState('')
  const reason = moveReasonText(say, chosen, note)
  const next = refused?.next ?? []
  const { seen } = carry
  const mayOverride = refused?.mayOverride ?? seen?.mayOverride ?? []
  const confirm = () => onConfirm(reason)
  useShortcuts(
    {
      Enter: { label: say('move'), run: confirm },
      ...Object.fromEntries(
        next.map((opening, index) => [
          String(index + 1),
          { label: say('takeNext', { when: names.whenOf(opening.start) }), run: () => onTake(opening, reason) },
        ]),
      ),
    },
    { scope: 'pane' },
  )
  return (
    <div className={styles.confirm}>
      {refused && <ToldNotice told={refused.told} />}
      {next.length > 0 && (
        <div className={styles.next}>
          {next.map((opening, index) => (
            <Button key={opening.start} size="sm" shortcut={String(index + 1)} onPress={() => onTake(opening, reason)}>
              {names.whenOf(opening.start)} · {names.nameOf(opening.assignments[0]?.resourceId ?? '')}
            </Button>
          ))}
        </div>
      )}
      <Segmented
        label={say('moveReason')}
        options={moveReasons.map((id) => ({ id, label: say(`moveReason_${id}`) }))}
        value={chosen}
        onChange={setChosen}
      />
      <form
        className={styles.note}
        onSubmit={(event) => {
          event.preventDefault()
          confirm()
        }}
      >
        <TextField label={say('moveNote')} value={note} onChange={setNote} maxLength={mostNote} autoComplete="off" />
      </form>
      <div className={styles.actions}>
        <Button autoFocus variant="go" shortcut="Enter" onPress={confirm} isDisabled={isPending || seen?.isHopeless}>
          {say(seen?.isFree ? 'move' : 'moveIfFree')}
        </Button>
        {mayOverride.length > 0 && (
          <Button onPress={() => onConfirm(reason, mayOverride)}>{say('moveAllTheSame')}</Button>
        )}
        <Button shortcut="Escape" onPress={onPutBack}>
          {say('putBack')}
        </Button>
      </div>
    </div>
  )
}

/** Closed time has its reason already: it is asked only where something is in the way. */
function BlockDropped({ refused, isPending, onAround, onPutBack }: CarryBarProps) {
  const { say } = useWords()
  if (!refused) return null
  return (
    <div className={styles.confirm}>
      <ToldNotice told={refused.told} />
      <div className={styles.actions}>
        {refused.mayGoAround && (
          <Button onPress={onAround} isDisabled={isPending}>
            {say('blockAround')}
          </Button>
        )}
        <Button autoFocus shortcut="Escape" onPress={onPutBack}>
          {say('putBack')}
        </Button>
      </div>
    </div>
  )
}
