import { peopleExport } from '@foyer/contract'
import { dateAt, Temporal } from '@foyer/kernel'
import { useState } from 'react'
import { useAsk } from '../../app/ask.ts'
import { addressOf } from '../../app/client.ts'
import { useSite, useToday } from '../../app/site.ts'
import { Answer } from '../../app/states.tsx'
import { Button, formatBirthDate, Panel } from '../../ui/index.ts'
import styles from './copies.module.css'
import { GivenDialog } from './given-dialog.tsx'
import { RequestDialog } from './request-dialog.tsx'
import type { AccessRequest } from './shapes.ts'
import { useWords } from './use-words.ts'

/** Who asked for a copy of the record, until when it is due, and what was given. */
export function CopiesPanel({ patientId }: { readonly patientId: string }) {
  const { say } = useWords()
  const list = useAsk(peopleExport.listAccessRequests, { patientId })
  const [isAsking, setAsking] = useState(false)
  return (
    <Panel
      title={say('panel')}
      aside={
        <Button size="sm" variant="quiet" onPress={() => setAsking(true)} isDisabled={!list.data}>
          {say('ask')}
        </Button>
      }
    >
      <Answer of={list}>
        {(data) => (
          <>
            {data.requests.length === 0 && <p className={styles.quiet}>{say('none')}</p>}
            <ul className={styles.list}>
              {data.requests.map((request) => (
                <RequestLine key={request.id} patientId={patientId} request={request} />
              ))}
            </ul>
            {isAsking && (
              <RequestDialog patientId={patientId} mayHave={data.mayHave} onClose={() => setAsking(false)} />
            )}
          </>
        )}
      </Answer>
    </Panel>
  )
}

function RequestLine({ patientId, request }: { readonly patientId: string; readonly request: AccessRequest }) {
  const { say, locale } = useWords()
  const site = useSite()
  const today = useToday(site)
  const [isGiving, setGiving] = useState(false)
  const { given } = request
  const day = (date: string) => formatBirthDate(date, locale)
  const at = { patientId, requestId: request.id }
  const file = request.form === 'pdf' ? peopleExport.readCopyPdf : peopleExport.readCopyFhir
  return (
    <li className={styles.line}>
      <span className={styles.what}>
        <b>{request.askedBy}</b> {say(`form_${request.form}`)}
        <span className={styles.quiet}>
          {say('asked', { date: day(request.requestedOn) })} ·{' '}
          {given
            ? say('given', {
                date: day(dateAt(Temporal.Instant.from(given.at), site.timeZone)),
                how: say(`delivered_${given.delivered}`),
              })
            : say(request.dueOn < today ? 'late' : 'due', { date: day(request.dueOn) })}
        </span>
      </span>
      <a href={addressOf(file, at)} aria-label={say('downloadOf', { name: request.askedBy })}>
        {say('download')}
      </a>
      {!given && (
        <Button size="sm" aria-label={say('markGivenTo', { name: request.askedBy })} onPress={() => setGiving(true)}>
          {say('markGiven')}
        </Button>
      )}
      {isGiving && <GivenDialog patientId={patientId} request={request} onClose={() => setGiving(false)} />}
    </li>
  )
}
