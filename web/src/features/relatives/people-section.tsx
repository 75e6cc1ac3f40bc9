import { relatives } from '@foyer/contract'
import { type ReactNode, useState } from 'react'
import { useAsk } from '../../app/ask.ts'
import { Answer } from '../../app/states.tsx'
import { Button, Panel, Skeleton } from '../../ui/index.ts'
import { AuthorityDialog } from './authority-dialog.tsx'
import { EndDialog, ProveDialog } from './end-dialog.tsx'
import { GuarantorDialog } from './guarantor-dialog.tsx'
import { GuarantorPanel } from './guarantor-panel.tsx'
import { HouseholdPanel, type HouseholdPanelProps } from './household-panel.tsx'
import type { RecordChoiceSlot } from './record-choice-slot.ts'
import { RelativeDialog } from './relative-dialog.tsx'
import { RelativeItem } from './relative-item.tsx'
import styles from './relatives.module.css'
import type { People } from './shapes.ts'
import { AgePanel, ReachPanel } from './side-panels.tsx'
import { useWords } from './use-words.ts'
import { EmancipationDialog, WishDialog } from './wish-dialog.tsx'

export interface PeopleSectionProps extends Pick<HouseholdPanelProps, 'patientId' | 'onRegister'>, RecordChoiceSlot {
  /** Other wishes of the patient, beside the ways to reach them. */
  readonly wishes?: ReactNode
}

/** Who stands beside the patient, what each may today, and how the patient is reached. */
export function PeopleSection(props: PeopleSectionProps) {
  const { patientId } = props
  const list = useAsk(relatives.listRelatives, { patientId })
  return (
    <Answer of={list} loading={<Skeleton lines={8} />}>
      {(people) => <PeopleView {...props} people={people} />}
    </Answer>
  )
}

function PeopleView(props: PeopleSectionProps & { readonly people: People }) {
  const { patientId, people, onRegister, wishes, RecordChoice } = props
  const { say } = useWords()
  const [dialog, setDialog] = useState<ReactNode>(null)
  const onClose = () => setDialog(null)
  const { change } = people.can
  const add = change && (
    <Button
      size="sm"
      variant="quiet"
      onPress={() => setDialog(<RelativeDialog {...{ patientId, RecordChoice, onClose }} person={null} />)}
    >
      {say('add')}
    </Button>
  )
  return (
    <div className={styles.columns}>
      <div>
        <Panel title={say('people')} aside={add}>
          {people.relatives.length === 0 && <p className={styles.small}>{say('nobody')}</p>}
          <ul className={styles.list}>
            {people.relatives.map((person) => (
              <RelativeItem
                key={person.id}
                person={person}
                canChange={change}
                onChange={() => setDialog(<RelativeDialog {...{ patientId, person, RecordChoice, onClose }} />)}
                onGrant={() =>
                  setDialog(<AuthorityDialog {...{ patientId, person, onClose }} isMinor={people.age.isMinor} />)
                }
                onEnd={(authority) => setDialog(<EndDialog {...{ patientId, authority, onClose }} />)}
                onProve={(authority) => setDialog(<ProveDialog {...{ patientId, authority, onClose }} />)}
              />
            ))}
          </ul>
        </Panel>
      </div>
      <div>
        <ReachPanel
          people={people}
          onOpen={() => setDialog(<WishDialog {...{ patientId, onClose }} wish={people.confidentialContact} />)}
        />
        {wishes}
        <GuarantorPanel
          people={people}
          onName={() => setDialog(<GuarantorDialog {...{ patientId, onClose }} people={people.relatives} />)}
          onEnd={(authority) => setDialog(<EndDialog {...{ patientId, authority, onClose }} />)}
        />
        <AgePanel
          people={people}
          onOpen={() => setDialog(<EmancipationDialog {...{ patientId, onClose }} on={people.age.emancipatedOn} />)}
        />
        <HouseholdPanel patientId={patientId} canChange={change} onRegister={onRegister} />
      </div>
      {dialog}
    </div>
  )
}
