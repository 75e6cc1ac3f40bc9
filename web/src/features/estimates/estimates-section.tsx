import { estimates } from '@foyer/contract'
import { useAsk } from '../../app/ask.ts'
import { Answer } from '../../app/states.tsx'
import { EmptyState, Panel } from '../../ui/index.ts'
import { AskedFor } from './asked-for.tsx'
import { EstimateItem } from './estimate-item.tsx'
import styles from './estimates.module.css'
import type { List } from './shapes.ts'
import { useWords } from './use-words.ts'

/** What the person was told that visits will cost, and what they are still to be told. */
export function EstimatesSection({ patientId }: { readonly patientId: string }) {
  const asked = useAsk(estimates.listEstimates, { patientId })
  return <Answer of={asked}>{(list) => <Shown patientId={patientId} list={list} />}</Answer>
}

function Shown({ patientId, list }: { readonly patientId: string; readonly list: List }) {
  const { say } = useWords()
  return (
    <>
      {list.can.want && <AskedFor patientId={patientId} list={list} />}
      <Panel title={say('title')}>
        {list.estimates.length === 0 ? (
          <EmptyState title={say('none')}>{say('noneNext')}</EmptyState>
        ) : (
          <ul className={styles.list}>
            {list.estimates.map((estimate) => (
              <EstimateItem key={estimate.id} patientId={patientId} estimate={estimate} list={list} />
            ))}
          </ul>
        )}
      </Panel>
    </>
  )
}
