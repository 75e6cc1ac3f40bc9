import { proposals } from '@foyer/contract'
import { fieldName } from '@foyer/patients'
import { useAsk } from '../../../app/ask.ts'
import { Button, Panel } from '../../../ui/index.ts'
import styles from '../patients.module.css'
import { ProposalFacts } from './proposal-facts.tsx'
import { useDecide } from './use-decide.ts'
import { useWords } from './use-words.ts'

/** What feeds propose for this person; nothing where they propose nothing. */
export function ProposalsPanel({ patientId }: { readonly patientId: string }) {
  const { say, locale } = useWords()
  const { data } = useAsk(proposals.readProposals, { patientId })
  const { decide, isPending } = useDecide()
  if (!data || data.proposals.length === 0) return null
  return (
    <Panel title={say('title')}>
      <ul className={styles.lines}>
        {data.proposals.map((one) => (
          <li key={one.id} className={styles.line}>
            <div className={styles.lineMain}>
              <ProposalFacts of={one} />
            </div>
            {data.can.decide && (
              <span className={styles.actions}>
                <Button
                  size="sm"
                  isDisabled={isPending}
                  aria-label={say('takeNamed', { field: fieldName(one.field, locale) })}
                  onPress={() => void decide(patientId, one, 'taken')}
                >
                  {say('take')}
                </Button>
                <Button
                  size="sm"
                  isDisabled={isPending}
                  aria-label={say('keepNamed', { field: fieldName(one.field, locale) })}
                  onPress={() => void decide(patientId, one, 'declined')}
                >
                  {say('keep')}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
