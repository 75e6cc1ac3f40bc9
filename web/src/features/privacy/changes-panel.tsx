import { type Reply, restricted } from '@foyer/contract'
import { useState } from 'react'
import { useAsk } from '../../app/ask.ts'
import { useSite } from '../../app/site.ts'
import { Answer } from '../../app/states.tsx'
import { formatMoment } from '../../ui/index.ts'
import { useFieldNames } from './field-names.ts'
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
  const fieldNames = useFieldNames()
  const source = `source_${change.source}`
  const valueText = (value: string | null) => {
    if (value === null) return say('nothing')
    const kind = `kind_${value}`
    if (change.field === 'restriction' && isWord(kind)) return say(kind)
    const consent = `consent_${value}`
    if (change.field.startsWith('consent.') && isWord(consent)) return say(consent)
    return value === 'true' ? say('yes') : value === 'false' ? say('no') : value
  }
  return (
    <li>
      <span>
        <b>{fieldNames(change.field)}</b>{' '}
        {say('fromTo', { before: valueText(change.before), after: valueText(change.after) })}
      </span>
      <span className={styles.quiet}>
        {change.by}
        {isWord(source) && `, ${say(source)}`} ·{' '}
        <time dateTime={change.at}>{formatMoment(change.at, timeZone, locale)}</time>
      </span>
    </li>
  )
}
