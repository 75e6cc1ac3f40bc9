import { consents } from '@foyer/contract'
import { languageName } from '@foyer/patients'
import { useState } from 'react'
import { addressOf } from '../../app/client.ts'
import { useSite } from '../../app/site.ts'
import { Button, buttonClass, StateMark } from '../../ui/index.ts'
import styles from './consents.module.css'
import { dayText } from './need-text.ts'
import { RevokeDialog } from './revoke-dialog.tsx'
import type { Consents, Given } from './shapes.ts'
import { useWords } from './use-words.ts'

export interface GivenListProps {
  readonly patientId: string
  readonly of: Consents
}

/** Everything that was signed or declined, the newest first; nothing of it is ever taken off. */
export function GivenList({ patientId, of }: GivenListProps) {
  const { say } = useWords()
  const [revoking, setRevoking] = useState<Given | null>(null)
  return (
    <>
      <ul className={styles.lines}>
        {of.given.map((consent) => {
          const what = say(`kind_${consent.kind}`)
          return (
            <li key={consent.id} className={styles.line}>
              <GivenFacts consent={consent} date={of.date} />
              <span className={styles.acts}>
                {of.can.record && consent.decision === 'permit' && consent.revokedAt === null && (
                  <Button
                    size="sm"
                    variant="quiet"
                    aria-label={say('revokeNamed', { what })}
                    onPress={() => setRevoking(consent)}
                  >
                    {say('revoke')}
                  </Button>
                )}
                <a
                  href={addressOf(consents.printConsent, { patientId, consentId: consent.id })}
                  target="_blank"
                  rel="noreferrer"
                  aria-label={say('printNamed', { what })}
                  className={buttonClass({ size: 'sm' })}
                >
                  {say('print')}
                </a>
              </span>
            </li>
          )
        })}
      </ul>
      {revoking && <RevokeDialog patientId={patientId} consent={revoking} onClose={() => setRevoking(null)} />}
    </>
  )
}

function GivenFacts({ consent, date }: { readonly consent: Given; readonly date: string }) {
  const { say, locale } = useWords()
  const { timeZone } = useSite()
  const isOver = consent.revokedAt !== null || (consent.expiresOn !== null && consent.expiresOn < date)
  const state =
    consent.decision === 'deny' ? 'denied' : consent.revokedAt !== null ? 'revoked' : isOver ? 'expired' : 'signed'
  const facts = [
    dayText(consent.signedAt, locale, timeZone),
    consent.signer === null
      ? say('by', { name: consent.signedByName })
      : say('byFor', { name: consent.signedByName, relationship: consent.signer.relationship }),
    say(`with_${consent.signedWith}`),
    say('version', { version: consent.version, language: languageName(consent.language, locale) }),
    ...(consent.expiresOn === null ? [] : [say('until', { until: dayText(consent.expiresOn, locale) })]),
    ...(consent.recordedBy === null ? [] : [say('recordedBy', { name: consent.recordedBy })]),
  ]
  return (
    <span>
      <StateMark kind={state === 'signed' ? 'ok' : 'quiet'} label={say(`state_${state}`)} />{' '}
      <b>{say(`kind_${consent.kind}`)}</b> <span className={styles.quiet}>{say(`state_${state}`)}</span>
      <span className={styles.facts}>{facts.join(' · ')}</span>
      {consent.revokedAt !== null && (
        <span className={styles.facts}>
          {say('revokedBecause', {
            day: dayText(consent.revokedAt, locale, timeZone),
            reason: consent.revokedReason ?? '',
          })}
        </span>
      )}
    </span>
  )
}
