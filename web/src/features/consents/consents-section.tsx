import { consents } from '@foyer/contract'
import { useAsk } from '../../app/ask.ts'
import { Answer } from '../../app/states.tsx'
import { EmptyState, Panel, StateMark } from '../../ui/index.ts'
import styles from './consents.module.css'
import { GivenList } from './given-list.tsx'
import { NeedLines } from './need-lines.tsx'
import type { Consents } from './shapes.ts'
import { useWords } from './use-words.ts'

/** What a person has to sign, may sign, and has signed. */
export function ConsentsSection({ patientId }: { readonly patientId: string }) {
  const asked = useAsk(consents.readConsents, { patientId })
  return <Answer of={asked}>{(data) => <Parts patientId={patientId} of={data} />}</Answer>
}

function Parts({ patientId, of }: { readonly patientId: string; readonly of: Consents }) {
  const { say } = useWords()
  const open = of.needs.filter(({ isOpen }) => isOpen)
  const others = of.needs.filter((need) => !need.isOpen && need.state !== 'signed')
  return (
    <div className={styles.columns}>
      <div>
        <Panel title={say('needs')}>
          {open.length === 0 ? (
            <StateMark kind="ok" label={say('needsNothing')} showLabel />
          ) : (
            <NeedLines patientId={patientId} of={of} needs={open} />
          )}
        </Panel>
        {others.length > 0 && (
          <Panel title={say('offers')}>
            <NeedLines patientId={patientId} of={of} needs={others} />
          </Panel>
        )}
      </div>
      <div>
        <Panel title={say('given')}>
          {of.given.length === 0 ? (
            <EmptyState title={say('givenNone')}>{say('givenNoneNext')}</EmptyState>
          ) : (
            <GivenList patientId={patientId} of={of} />
          )}
        </Panel>
      </div>
    </div>
  )
}
