import { type Reply, restricted } from '@foyer/contract'
import { fieldName, fieldText, formatMrn } from '@foyer/patients'
import { useState } from 'react'
import { useAsk } from '../../app/ask.ts'
import { useSite } from '../../app/site.ts'
import { Answer } from '../../app/states.tsx'
import { formatBirthDate, formatMoment } from '../../ui/index.ts'
import { OnDemandPanel, PagedLines } from './on-demand.tsx'
import styles from './privacy.module.css'
import { isWord, useWords } from './use-words.ts'

type Change = Reply<typeof restricted.listChanges>['changes'][number]

/** Each change of a field, with who and when. */
export function ChangesPanel({ patientId }: { readonly patientId: string }) {
  const { say } = useWords()
  return <OnDemandPanel title={say('changes')}>{() => <Changes patientId={patientId} />}</OnDemandPanel>
}

function Changes({ patientId }: { readonly patientId: string }) {
  const { say } = useWords()
  const [before, setBefore] = useState<number | null>(null)
  const list = useAsk(
    restricted.listChanges,
    { patientId, ...(before === null ? {} : { before }) },
    { keepPrevious: true, isWritten: true },
  )
  return (
    <Answer of={list}>
      {(data) => (
        <PagedLines at={before} before={data.before} onGo={setBefore} empty={say('noChanges')}>
          {data.changes.map((change) => (
            <ChangeLine key={change.id} change={change} />
          ))}
        </PagedLines>
      )}
    </Answer>
  )
}

function ChangeLine({ change }: { readonly change: Change }) {
  const { say, locale } = useWords()
  const { timeZone } = useSite()
  const source = `source_${change.source}`
  const reading = { locale, day: (date: string) => formatBirthDate(date, locale) }
  const valueText = (value: unknown) => fieldText(change.field, value, reading) ?? say('nothing')
  return (
    <li>
      <span>
        <b>{fieldName(change.field, locale)}</b>{' '}
        {say('fromTo', { before: valueText(change.before), after: valueText(change.after) })}
      </span>
      <span className={styles.quiet}>
        {change.by}
        {isWord(source) && `, ${say(source)}`}
        {change.mergedMrn !== null && `, ${say('ofMerged', { mrn: formatMrn(change.mergedMrn) })}`} ·{' '}
        <time dateTime={change.at}>{formatMoment(change.at, timeZone, locale)}</time>
      </span>
    </li>
  )
}
