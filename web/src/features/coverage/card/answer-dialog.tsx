import { eligibility } from '@foyer/contract'
import { useState } from 'react'
import { useAsk } from '../../../app/ask.ts'
import { Answer } from '../../../app/states.tsx'
import { Dialog, Segmented } from '../../../ui/index.ts'
import styles from './card.module.css'
import { RawView } from './raw-view.tsx'
import { SegmentView } from './segment-view.tsx'
import { useWords } from './use-words.ts'

export interface AnswerDialogProps {
  readonly patientId: string
  readonly checkId: string
  readonly payer: string
  readonly canReadRaw: boolean
  /** Opens at this segment. */
  readonly startAt?: number | undefined
  readonly onClose: () => void
}

type View = 'desk' | 'patient' | 'segment' | 'raw'

/** Every sentence of an answer, for the desk or to read to the patient; each opens the segment it rests on. */
export function AnswerDialog({ patientId, checkId, payer, canReadRaw, startAt, onClose }: AnswerDialogProps) {
  const { say } = useWords()
  const [view, setView] = useState<View>(startAt === undefined ? 'desk' : 'segment')
  const [marked, setMarked] = useState<number | null>(startAt ?? null)
  const views = [
    { id: 'desk', label: say('forDesk') },
    { id: 'patient', label: say('forPatient') },
    ...(marked === null ? [] : [{ id: 'segment', label: say('oneSegment') }]),
    ...(canReadRaw ? [{ id: 'raw', label: say('raw') }] : []),
  ]
  const show = (segment: number): void => {
    setMarked(segment)
    setView('segment')
  }
  return (
    <Dialog isOpen onClose={onClose} title={payer} size="lg">
      <div className={styles.views}>
        <Segmented label={say('whole')} options={views} value={view} onChange={(id) => setView(id as View)} />
      </div>
      {view === 'raw' && <RawView patientId={patientId} checkId={checkId} marked={marked} />}
      {view === 'segment' && marked !== null && <SegmentView patientId={patientId} checkId={checkId} number={marked} />}
      {(view === 'desk' || view === 'patient') && (
        <Sentences patientId={patientId} checkId={checkId} isForPatient={view === 'patient'} onShow={show} />
      )}
    </Dialog>
  )
}

/** Each in its own language: who looks for theirs finds it. */
const spokenHere = [
  { id: 'en', label: 'English' },
  { id: 'es', label: 'Español' },
]

interface SentencesProps {
  readonly patientId: string
  readonly checkId: string
  readonly isForPatient: boolean
  readonly onShow: (segment: number) => void
}

interface Line {
  readonly text: string
  readonly pointer: { readonly segment: number; readonly tag: string } | null
  readonly messages?: readonly string[]
}

function Sentences({ patientId, checkId, isForPatient, onShow }: SentencesProps) {
  const { say, locale } = useWords()
  /** What is read to a patient is read in their language, whatever the desk works in. */
  const [spoken, setSpoken] = useState(locale)
  const language = isForPatient ? spoken : locale
  const asked = useAsk(eligibility.readCheck, { patientId, checkId, language })
  return (
    <Answer of={asked}>
      {({ state, statements, questions, otherPayers, check, connection, controlNumber, hops }) => {
        if (isForPatient)
          return (
            <div className={styles.told}>
              <Segmented
                label={say('spoken')}
                options={spokenHere}
                value={spoken}
                onChange={(id) => setSpoken(id === 'es' ? 'es' : 'en')}
              />
              {check.isSandbox && <p className={styles.small}>{say('sandbox')}</p>}
              <div lang={spoken}>
                <Lines
                  title={say('forPatient')}
                  lines={statements.flatMap(({ forPatient, pointer }) =>
                    forPatient === null ? [] : [{ text: forPatient, pointer }],
                  )}
                  onShow={onShow}
                />
              </div>
            </div>
          )
        return (
          <div className={styles.told}>
            {check.isSandbox && <p className={styles.small}>{say('sandbox')}</p>}
            <Lines title={say('statements')} lines={[...(state ? [state] : []), ...statements]} onShow={onShow} />
            <Lines title={say('questions')} lines={questions} onShow={onShow} />
            <Lines title={say('others')} lines={otherPayers} onShow={onShow} />
            <p className={styles.small}>
              {[
                connection,
                controlNumber === null ? null : say('control', { number: String(controlNumber) }),
                ...hops.map(({ hop, ms }) => `${say(`hop_${hop}`)} ${Math.round(ms)} ms`),
              ]
                .filter((part) => part !== null)
                .join(' · ')}
            </p>
          </div>
        )
      }}
    </Answer>
  )
}

interface LinesProps {
  readonly title: string
  readonly lines: readonly Line[]
  readonly onShow: (segment: number) => void
}

function Lines({ title, lines, onShow }: LinesProps) {
  const { say } = useWords()
  if (lines.length === 0) return null
  return (
    <section aria-label={title} className={styles.part}>
      <h3>{title}</h3>
      <ul className={styles.lines}>
        {lines.map(({ text, pointer, messages = [] }) => (
          <li key={`${text} ${pointer?.segment ?? ''}`} className={styles.sentence}>
            <span>{text}</span>
            {messages.map((message) => (
              <q key={message} className={styles.small}>
                {message}
              </q>
            ))}
            {pointer && (
              <button type="button" className={styles.link} onClick={() => onShow(pointer.segment)}>
                {say('segment', { number: String(pointer.segment), tag: pointer.tag })}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
