import { peopleExport } from '@foyer/contract'
import { useRef, useState } from 'react'
import { addressOf } from '../../app/client.ts'
import { useSite, useToday } from '../../app/site.ts'
import { Button, formatBirthDate, formatDateAt } from '../../ui/index.ts'
import styles from './copies.module.css'
import { HandedOver } from './handed-over.tsx'
import type { RequestLineProps } from './shapes.ts'
import { useGiven } from './use-given.ts'
import { useWords } from './use-words.ts'

/** Who asked, until when it is due or how it was given; the file, and whether it was handed over. */
export function RequestLine({ patientId, request }: RequestLineProps) {
  const { say, locale } = useWords()
  const site = useSite()
  const today = useToday(site)
  const file = useRef<HTMLAnchorElement>(null)
  const [isAsked, setAsked] = useState(false)
  const { takeBack } = useGiven(patientId, request)
  const { given, askedBy: name } = request
  const at = { patientId, requestId: request.id }
  const form = request.form === 'pdf' ? peopleExport.readCopyPdf : peopleExport.readCopyFhir
  const day = (date: string) => formatBirthDate(date, locale)
  // What held the focus goes away with the answer.
  const close = () => {
    setAsked(false)
    file.current?.focus()
  }
  return (
    <li className={styles.line}>
      <span className={styles.what}>
        <b>{name}</b> {say(`form_${request.form}`)}
        <span className={styles.quiet}>
          {say('asked', { date: day(request.requestedOn) })} ·{' '}
          {given
            ? say('given', {
                date: formatDateAt(given.at, site.timeZone, locale),
                how: say(`delivered_${given.delivered}`),
              })
            : say(request.dueOn < today ? 'late' : 'due', { date: day(request.dueOn) })}
        </span>
      </span>
      <span className={styles.actions}>
        <a
          ref={file}
          href={addressOf(form, at)}
          aria-label={say('downloadOf', { name })}
          onClick={() => setAsked(given === null)}
        >
          {say('download')}
        </a>
        {given ? (
          <Button
            size="sm"
            variant="quiet"
            aria-label={say('takeBackOf', { name })}
            onPress={() => {
              file.current?.focus()
              void takeBack()
            }}
          >
            {say('takeBack')}
          </Button>
        ) : (
          !isAsked && (
            <Button size="sm" aria-label={say('markGivenTo', { name })} onPress={() => setAsked(true)}>
              {say('markGiven')}
            </Button>
          )
        )}
      </span>
      {isAsked && !given && <HandedOver patientId={patientId} request={request} onClose={close} />}
    </li>
  )
}
