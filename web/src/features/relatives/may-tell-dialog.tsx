import { relatives, type Reply } from '@foyer/contract'
import { authorityKindWords, authorityScopeWords, barReasonWords, conceptText, kinText } from '@foyer/patients'
import { useEffect, useRef, useState } from 'react'
import { useAct, useAsk } from '../../app/ask.ts'
import { Answer } from '../../app/states.tsx'
import { Button, classNames, Dialog, Notice, Signal, useShortcuts } from '../../ui/index.ts'
import { kindOfLevel } from './level.ts'
import styles from './relatives.module.css'
import type { Related } from './shapes.ts'
import { useWords } from './use-words.ts'

type Told = Reply<typeof relatives.askMayTell>

/** Somebody is on the line: 1 to 9 say who, and it stands there in big letters what they may be told. */
export function MayTellDialog({ patientId, onClose }: { readonly patientId: string; readonly onClose: () => void }) {
  const { say } = useWords()
  const list = useAsk(relatives.listRelatives, { patientId })
  const [told, setTold] = useState<Told | null>(null)
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={say('whoAsks')}
      {...(told ? {} : { description: say('whoAsksHelp') })}
      footer={
        <>
          {told && <Button onPress={() => setTold(null)}>{say('again')}</Button>}
          <Button onPress={onClose}>{say('close')}</Button>
        </>
      }
    >
      {told ? (
        <ToldView told={told} />
      ) : (
        <Answer of={list}>
          {(data) => <Choose patientId={patientId} people={data.relatives.slice(0, 9)} onTold={setTold} />}
        </Answer>
      )}
    </Dialog>
  )
}

interface ChooseProps {
  readonly patientId: string
  readonly people: readonly Related[]
  readonly onTold: (told: Told) => void
}

function Choose({ patientId, people, onTold }: ChooseProps) {
  const { say, locale } = useWords()
  const { act } = useAct(relatives.askMayTell)
  const [hasFailed, setFailed] = useState(false)
  const ask = async (relatedPersonId: string) => {
    setFailed(false)
    try {
      const result = await act({ patientId, relatedPersonId })
      if (result.ok) onTold(result.value)
    } catch {
      setFailed(true)
    }
  }
  useShortcuts(
    Object.fromEntries(people.map(({ id, name }, at) => [`${at + 1}`, { label: name, run: () => void ask(id) }])),
    { scope: 'dialog' },
  )
  if (people.length === 0) return <Notice kind="bad">{say('whoAsksNobody')}</Notice>
  return (
    <>
      {hasFailed && <Notice kind="bad">{say('failed')}</Notice>}
      <ol className={styles.people}>
        {people.map((person, at) => (
          <li key={person.id} className={styles.head}>
            <Button onPress={() => void ask(person.id)} shortcut={`${at + 1}`} autoFocus={at === 0}>
              {`${person.name}, ${kinText(person.relationship, locale)}`}
            </Button>
          </li>
        ))}
      </ol>
    </>
  )
}

function ToldView({ told }: { readonly told: Told }) {
  const { say, locale } = useWords()
  const kind = kindOfLevel[told.level]
  const answer = useRef<HTMLParagraphElement>(null)
  // The button that was pressed is gone.
  useEffect(() => answer.current?.focus(), [])
  return (
    <>
      <p ref={answer} tabIndex={-1} className={classNames(styles.big, styles[kind])} data-told="">
        {say(`big_${told.level}`, { name: `${told.name} (${kinText(told.relationship, locale)})` })}
      </p>
      {told.barred && <Notice kind="bad">{conceptText(barReasonWords, told.barred, locale)}</Notice>}
      {told.keepSilent.length > 0 && told.level !== 'nothing' && (
        <Notice kind="warn">{say('silent', { count: told.keepSilent.length })}</Notice>
      )}
      <ul className={styles.answers}>
        {told.answers.map(({ scope, answer, reason, kind: by }) => (
          <li key={scope}>
            <span>{conceptText(authorityScopeWords, scope, locale)}</span>
            <span>
              <Signal kind={answer === 'yes' ? 'ok' : answer === 'ask' ? 'warn' : 'quiet'}>
                {say(`answer_${answer}`)}
              </Signal>{' '}
              <span className={styles.small}>
                {by && answer === 'yes' ? conceptText(authorityKindWords, by, locale) : say(`reason_${reason}`)}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
