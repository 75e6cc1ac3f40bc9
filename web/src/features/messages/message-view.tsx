import { messages } from '@foyer/contract'
import { languageName } from '@foyer/patients'
import { Link } from '@tanstack/react-router'
import { useAsk } from '../../app/ask.ts'
import { type Say, useCatalog } from '../../app/catalog.ts'
import { useSite } from '../../app/site.ts'
import { Answer } from '../../app/states.tsx'
import { buttonClass, formatMoment } from '../../ui/index.ts'
import styles from './messages.module.css'
import { words } from './words.ts'

/** Why nobody may be written to is told by the addressing; what a mail server said is a code. */
function problemText(problem: string, say: Say<keyof typeof words.en>): string {
  if (problem === 'address not allowed') return say('notAllowed')
  const word = `untold_${problem.replace(/^nobody: /, '')}`
  return word in words.en ? say(word as keyof typeof words.en) : problem
}

/** One message as it was written, with its calendar file. */
export function MessageView({ messageId }: { readonly messageId: string }) {
  const { say, locale } = useCatalog('messages', words)
  const message = useAsk(messages.readMessage, { messageId })
  const { timeZone } = useSite()
  return (
    <Answer of={message}>
      {(data) => (
        <article aria-label={data.subject}>
          <h2 className={styles.heading}>{data.subject}</h2>
          <dl className={styles.facts}>
            <dt>{say('to')}</dt>
            <dd>{data.to === '' ? say('toNobody') : data.to}</dd>
            <dt>{say('language')}</dt>
            <dd>{languageName(data.language, locale)}</dd>
            <dt>{say('written')}</dt>
            <dd>{formatMoment(data.createdAt, timeZone, locale)}</dd>
            {data.sentAt !== null && (
              <>
                <dt>{say('sentAt')}</dt>
                <dd>{formatMoment(data.sentAt, timeZone, locale)}</dd>
              </>
            )}
            {data.toldAt !== null && (
              <>
                <dt>{say('toldAt')}</dt>
                <dd>{formatMoment(data.toldAt, timeZone, locale)}</dd>
              </>
            )}
            {data.problem === null ? null : (
              <>
                <dt>{say('problem')}</dt>
                <dd>{problemText(data.problem, say)}</dd>
              </>
            )}
          </dl>
          <p className={styles.body} lang={data.language}>
            {data.text}
          </p>
          {data.calendar === null ? null : (
            <details className={styles.calendar}>
              <summary>{say('calendar')}</summary>
              <pre tabIndex={0}>{data.calendar}</pre>
            </details>
          )}
          <Link
            to="/patients/$patientId"
            params={{ patientId: data.patientId }}
            className={buttonClass({ variant: 'plain', size: 'sm' })}
          >
            {say('openPerson')}
          </Link>
        </article>
      )}
    </Answer>
  )
}
