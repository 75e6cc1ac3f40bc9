import { repair, type Reply } from '@foyer/contract'
import { formatPhone } from '@foyer/patients'
import { useLocation } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useAsk } from '../../../app/ask.ts'
import { ProblemError } from '../../../app/client.ts'
import { Button, zoneCity } from '../../../ui/index.ts'
import { AnswerForm } from './answer-form.tsx'
import styles from './answer.module.css'
import { type AnswerLanguage, type AnswerWords, answerWords } from './words.ts'

type Visit = Reply<typeof repair.readAnswer>

/** Big type and targets for a thumb, for as long as the page is there. */
function useLargeSize(): void {
  useEffect(() => {
    const { dataset } = document.documentElement
    dataset['size'] = 'large'
    return () => {
      delete dataset['size']
    }
  }, [])
}

/** What the link of a message opens: one question, no sign-in, the person's language. */
export function AnswerPage() {
  const token = useLocation({ select: ({ hash }) => hash })
  const answer = useAsk(repair.readAnswer, { token })
  const [chosen, setChosen] = useState<AnswerLanguage | null>(null)
  useLargeSize()
  const browser: AnswerLanguage = navigator.language.startsWith('es') ? 'es' : 'en'
  const language = chosen ?? answer.data?.language ?? browser
  const words = answerWords[language]
  useEffect(() => {
    document.title = words.page
    document.documentElement.lang = language
  }, [words, language])
  // A link that was cut off in the message leads nowhere just as one that has ended.
  const isGone = answer.error instanceof ProblemError && [404, 422].includes(answer.error.status)
  return (
    <main className={styles.page}>
      <div className={styles.languages} role="group" aria-label={words.language}>
        <Button
          variant={language === 'en' ? 'go' : 'plain'}
          aria-pressed={language === 'en'}
          onPress={() => setChosen('en')}
        >
          <span lang="en">English</span>
        </Button>
        <Button
          variant={language === 'es' ? 'go' : 'plain'}
          aria-pressed={language === 'es'}
          onPress={() => setChosen('es')}
        >
          <span lang="es">Español</span>
        </Button>
      </div>
      {answer.data ? (
        <Shown token={token} visit={answer.data} words={words} />
      ) : answer.isPending ? (
        <p role="status">{words.loading}</p>
      ) : (
        <div role="alert" className={styles.stack}>
          <h1>{isGone ? words.gone : words.failed}</h1>
          <p>{isGone ? words.goneNext : words.helpNone}</p>
          {!isGone && <Button onPress={() => void answer.refetch()}>{words.again}</Button>}
        </div>
      )}
    </main>
  )
}

function Shown({
  token,
  visit,
  words,
}: {
  readonly token: string
  readonly visit: Visit
  readonly words: AnswerWords
}) {
  const { timeZone } = visit
  const day = new Intl.DateTimeFormat(words.locale, { weekday: 'long', month: 'long', day: 'numeric', timeZone })
  const time = new Intl.DateTimeFormat(words.locale, { timeStyle: 'short', timeZone })
  const when = (instant: string) => `${day.format(new Date(instant))}, ${time.format(new Date(instant))}`
  const isMoved = visit.before !== visit.start
  return (
    <div className={styles.stack}>
      <p className={styles.practice}>{visit.practice}</p>
      <h1>{isMoved ? words.moved : words.same}</h1>
      <dl className={styles.facts}>
        <dt>{words.when}</dt>
        <dd className={styles.when}>
          {when(visit.start)} <span className={styles.quiet}>({words.clock(zoneCity(timeZone))})</span>
        </dd>
        {isMoved && (
          <>
            <dt>{words.was}</dt>
            <dd className={styles.quiet}>{when(visit.before)}</dd>
          </>
        )}
        <dt>{words.where}</dt>
        <dd>{visit.telehealth ? words.online : [visit.site, visit.address].filter(Boolean).join(', ')}</dd>
      </dl>
      {visit.isOpen ? <AnswerForm token={token} visit={visit} words={words} /> : <p role="status">{words.notOpen}</p>}
      <p className={styles.help}>
        {visit.phone === null ? (
          words.helpNone
        ) : (
          <a href={`tel:${visit.phone}`}>{words.help(formatPhone(visit.phone).replaceAll('-', '\u2011'))}</a>
        )}
      </p>
    </div>
  )
}
