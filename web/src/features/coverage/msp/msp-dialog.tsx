import { coverageOrder } from '@foyer/contract'
import {
  answerMsp,
  type MspAnswers,
  type MspPerson,
  type MspQuestion,
  mspOption,
  mspOptions,
  mspQuestions,
  mspRules,
  type MspVerdict,
  walkMsp,
} from '@foyer/coverage'
import { useEffect, useRef, useState } from 'react'
import { useAct } from '../../../app/ask.ts'
import { Button, DateField, Dialog, Notice, ProgressBar, showToast, useShortcuts } from '../../../ui/index.ts'
import { useSave } from '../order/use-save.ts'
import { useWords } from '../order/use-words.ts'
import styles from './msp.module.css'

export interface MspDialogProps {
  readonly patientId: string
  readonly appointmentId: string | null
  readonly person: MspPerson
  readonly onClose: () => void
}

/** One question at a time, in the patient's words, answered with a key; what comes of it is shown before it is saved. */
export function MspDialog({ patientId, appointmentId, person, onClose }: MspDialogProps) {
  const { say } = useWords()
  const { act, isPending } = useAct(coverageOrder.recordMsp)
  const save = useSave()
  const [answers, setAnswers] = useState<MspAnswers>({})
  const { path, next, verdict } = walkMsp(answers, person)
  const answer = (question: MspQuestion, text: string) =>
    setAnswers(answerMsp(answers, question.id, text, person).answers)
  const back = () => {
    const last = path.findLast(({ id }) => answers[id] !== undefined)
    if (last) setAnswers(Object.fromEntries(Object.entries(answers).filter(([id]) => id !== last.id)))
  }
  const store = () =>
    void save.run(
      () => act({ patientId, answers, appointmentId }),
      ({ medicare }) => {
        showToast({ text: say('mspSaved', { verdict: say(`msp_${medicare}`) }), kind: 'ok' })
        onClose()
      },
    )
  useShortcuts({ Backspace: { label: say('mspBack'), run: back } }, { scope: 'dialog' })
  return (
    <Dialog
      isOpen
      staysOpen
      size="sm"
      onClose={onClose}
      title={say('mspTitle')}
      footer={
        <>
          {verdict && (
            <Button variant="go" onPress={store} isPending={isPending} autoFocus>
              {say('mspSave')}
            </Button>
          )}
          <Button onPress={back} isDisabled={Object.keys(answers).length === 0}>
            {say('mspBack')}
          </Button>
        </>
      }
    >
      <div className={styles.body}>
        <ProgressBar
          label={say('mspQuestion', { number: path.length })}
          value={verdict ? 4 : (next?.part ?? 1) - 1}
          max={4}
          valueText={`${verdict ? 4 : (next?.part ?? 1)} / 4`}
        />
        {save.failure && <Notice kind="bad">{save.failure}</Notice>}
        {next && <Question key={next.id} question={next} person={person} onAnswer={(text) => answer(next, text)} />}
        {verdict && <Verdict of={verdict} />}
      </div>
    </Dialog>
  )
}

interface QuestionProps {
  readonly question: MspQuestion
  readonly person: MspPerson
  readonly onAnswer: (answer: string) => void
}

function Question({ question, person, onAnswer }: QuestionProps) {
  const { say, locale } = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  const [day, setDay] = useState<string | null>(null)
  // Whoever reads by ear hears each question as it comes.
  useEffect(() => heading.current?.focus(), [])
  const options = mspOptions(question, person)
  const keyOf = (option: string, at: number): string =>
    question.kind === 'yes-no' ? (option === 'no' ? 'n' : locale === 'es' ? 's' : 'y') : String(at + 1)
  useShortcuts(
    Object.fromEntries([
      ...options.map((option, at) => [
        keyOf(option, at),
        { label: mspOption(option, locale), run: () => onAnswer(option) },
      ]),
      ['u', { label: mspOption('unknown', locale), run: () => onAnswer('unknown') }],
    ]),
    { scope: 'dialog' },
  )
  return (
    <>
      <h3 ref={heading} tabIndex={-1} className={styles.question}>
        {question.text[locale]}
      </h3>
      {question.hint && <p className={styles.hint}>{question.hint[locale]}</p>}
      {question.kind === 'date' && (
        <div className={styles.answers}>
          <DateField label={say('mspDate')} value={day} onChange={setDay} maxValue={person.on} />
          <Button variant="go" isDisabled={day === null} onPress={() => day !== null && onAnswer(day)}>
            {say('mspNext')}
          </Button>
        </div>
      )}
      <div className={styles.answers}>
        {options.map((option, at) => (
          <Button key={option} shortcut={keyOf(option, at).toUpperCase()} onPress={() => onAnswer(option)}>
            {mspOption(option, locale)}
          </Button>
        ))}
        <Button variant="quiet" shortcut="U" onPress={() => onAnswer('unknown')}>
          {mspOption('unknown', locale)}
        </Button>
      </div>
      <p className={styles.hint}>{say('mspKeys')}</p>
    </>
  )
}

function Verdict({ of }: { readonly of: MspVerdict }) {
  const { say, locale } = useWords()
  const rule = of.rule === null ? null : mspRules[of.rule]
  const open = mspQuestions.filter(({ id }) => of.open.includes(id)).map(({ text }) => text[locale])
  return (
    <div role="status" className={styles.verdict}>
      <h3>{say(`msp_${of.medicare}`)}</h3>
      {rule && <p>{rule[locale]}</p>}
      {rule && <p className={styles.hint}>{say('mspSource', { source: rule.source })}</p>}
      {open.length > 0 && <p>{say('mspUnknown', { questions: open.join(' ') })}</p>}
    </div>
  )
}
