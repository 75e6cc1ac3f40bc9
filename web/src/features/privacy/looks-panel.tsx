import { type Reply, restricted } from '@foyer/contract'
import { formatMrn } from '@foyer/patients'
import { useState } from 'react'
import { useAsk } from '../../app/ask.ts'
import { addressOf } from '../../app/client.ts'
import { useSite } from '../../app/site.ts'
import { useRoleName } from '../../app/staff-role/use-role-name.ts'
import { Answer } from '../../app/states.tsx'
import { formatMoment } from '../../ui/index.ts'
import { actionText } from '../audit/index.ts'
import { OnDemandPanel, PagedLines } from './on-demand.tsx'
import styles from './privacy.module.css'
import { useWords } from './use-words.ts'

type Look = Reply<typeof restricted.listLooks>['looks'][number]

/** Who looked at this record, for the privacy officer, and what the patient may have of it on paper. */
export function LooksPanel({ patientId }: { readonly patientId: string }) {
  const { say } = useWords()
  const onPaper = (
    <>
      <p className={styles.quiet}>
        <a href={addressOf(restricted.printLooks, { patientId, language: 'en' })} target="_blank" rel="noreferrer">
          {say('printEn')}
        </a>{' '}
        ·{' '}
        <a href={addressOf(restricted.printLooks, { patientId, language: 'es' })} target="_blank" rel="noreferrer">
          {say('printEs')}
        </a>
      </p>
      <p className={styles.quiet}>{say('printHelp')}</p>
    </>
  )
  return (
    <OnDemandPanel title={say('looks')} always={onPaper}>
      {() => <Looks patientId={patientId} />}
    </OnDemandPanel>
  )
}

function Looks({ patientId }: { readonly patientId: string }) {
  const { say } = useWords()
  const [before, setBefore] = useState<number | null>(null)
  const list = useAsk(
    restricted.listLooks,
    { patientId, ...(before === null ? {} : { before }) },
    { keepPrevious: true, isWritten: true },
  )
  return (
    <Answer of={list}>
      {(data) => (
        <PagedLines at={before} before={data.before} onGo={setBefore} empty={say('noLooks')}>
          {data.looks.map((look) => (
            <LookLine key={look.id} look={look} />
          ))}
        </PagedLines>
      )}
    </Answer>
  )
}

function LookLine({ look }: { readonly look: Look }) {
  const { say, locale } = useWords()
  const { timeZone } = useSite()
  const roleName = useRoleName()
  const isDenied = look.outcome.startsWith('problem:')
  return (
    <li>
      <span>
        <b>{look.name}</b> <span className={styles.quiet}>{roleName(look.role)}</span> {actionText(look.action, locale)}
        {look.inList && `, ${say('inList')}`}
        {isDenied && `, ${say('denied')}`}
        {look.mergedMrn !== null && `, ${say('ofMerged', { mrn: formatMrn(look.mergedMrn) })}`}
        {look.reason !== null && <span className={styles.quiet}> ({look.reason})</span>}
      </span>
      <time dateTime={look.at} className={styles.quiet}>
        {formatMoment(look.at, timeZone, locale)}
      </time>
    </li>
  )
}
