import { messages } from '@foyer/contract'
import { Link } from '@tanstack/react-router'
import { useAsk } from '../../app/ask.ts'
import { useCatalog } from '../../app/catalog.ts'
import { Answer } from '../../app/states.tsx'
import { buttonClass } from '../../ui/index.ts'
import styles from './messages.module.css'
import { words } from './words.ts'

/** One message as it was written, with its calendar file. */
export function MessageView({ messageId }: { readonly messageId: string }) {
  const { say, locale } = useCatalog('messages', words)
  const message = useAsk(messages.readMessage, { messageId })
  const moment = (instant: string) =>
    new Date(instant).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <Answer of={message}>
      {(data) => (
        <article aria-label={data.subject}>
          <h2 className={styles.heading}>{data.subject}</h2>
          <dl className={styles.facts}>
            <dt>{say('to')}</dt>
            <dd>{data.to}</dd>
            <dt>{say('language')}</dt>
            <dd>{new Intl.DisplayNames([locale], { type: 'language' }).of(data.language) ?? data.language}</dd>
            <dt>{say('written')}</dt>
            <dd>{moment(data.createdAt)}</dd>
            {data.sentAt === null ? null : (
              <>
                <dt>{say('sentAt')}</dt>
                <dd>{moment(data.sentAt)}</dd>
              </>
            )}
            {data.problem === null ? null : (
              <>
                <dt>{say('problem')}</dt>
                <dd>{data.problem}</dd>
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
