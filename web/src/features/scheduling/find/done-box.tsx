import { patients } from '@foyer/contract'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useAsk } from '../../../app/ask.ts'
import { usePractice } from '../../../app/site.ts'
import { Button, buttonClass } from '../../../ui/index.ts'
import { WhoPays } from '../../estimates/index.ts'
import styles from './find.module.css'
import type { Done } from './use-finder.ts'
import { useWords } from '../words.ts'

/** What was booked or moved. The focus comes here, so that it is not lost with the button that did it. */
export function DoneBox({ done, onAgain }: { readonly done: Done; readonly onAgain: () => void }) {
  const { say } = useWords()
  const link = useRef<HTMLAnchorElement>(null)
  useEffect(() => link.current?.focus(), [done])
  const [first, ...others] = done.appointmentIds
  return (
    <section className={styles.done} aria-label={done.title}>
      <h3>
        <span aria-hidden>✓ </span>
        {done.title}
      </h3>
      <p>{done.text}</p>
      <Confirmation patientId={done.patientId} />
      {first !== undefined && <WhoPays key={first} appointmentIds={[first, ...others]} />}
      <div className={styles.heldActions}>
        <Link
          ref={link}
          to="/patients/$patientId"
          params={{ patientId: done.patientId }}
          className={buttonClass({ size: 'sm' })}
        >
          {say('openRecord')}
        </Link>
        <Button size="sm" variant="quiet" onPress={onAgain}>
          {say('findAnother')}
        </Button>
      </div>
    </section>
  )
}

/** Whether anything goes out, so that nobody is left to think so. */
function Confirmation({ patientId }: { readonly patientId: string }) {
  const { say } = useWords()
  const { data } = useAsk(patients.readPatient, { patientId })
  const { mailServer } = usePractice()
  if (!data) return null
  const address = data.patient.contacts.find((contact) => contact.system === 'email')?.value
  if (address === undefined) return <p>{say('notConfirmed')}</p>
  return <p>{say(mailServer ? 'confirmedByMail' : 'confirmationKept', { address })}</p>
}
