import { coverageOrder } from '@foyer/contract'
import { useState } from 'react'
import { useAct } from '../../../app/ask.ts'
import { Button, DateField, Notice, Select, showToast } from '../../../ui/index.ts'
import styles from './order.module.css'
import { type Order, type Policy, policyName } from './shapes.ts'
import { useSave } from './use-save.ts'
import { useWords } from './use-words.ts'

interface AskLineProps {
  readonly patientId: string
  readonly of: Order
  readonly ask: Order['asks'][number]
}

/** What the order depends on and nobody knows yet, to be answered on the spot. */
export function AskLine({ patientId, of, ask }: AskLineProps) {
  const policies = of.policies.filter(({ coverageId }) => ask.coverageIds.includes(coverageId))
  const { question } = ask
  if (question === 'employment' || question === 'employer-size' || question === 'birthday' || question === 'since')
    return policies.map((policy) => (
      <PolicyAsk
        key={policy.coverageId}
        patientId={patientId}
        policy={policy}
        question={question}
        isDisabled={!of.can.decide}
      />
    ))
  if (question === 'other-parent')
    return policies.map((policy) => <ParentAsk key={policy.coverageId} patientId={patientId} of={of} policy={policy} />)
  return <PersonAsk patientId={patientId} of={of} question={question} />
}

interface PolicyAskProps {
  readonly patientId: string
  readonly policy: Policy
  readonly question: 'employment' | 'employer-size' | 'birthday' | 'since'
  readonly isDisabled: boolean
}

function PolicyAsk({ patientId, policy, question, isDisabled }: PolicyAskProps) {
  const { say } = useWords()
  const { act } = useAct(coverageOrder.noteCoverageFacts)
  const save = useSave()
  const isDuty = policy.payerKind === 'tricare' && question === 'employment'
  const label = say(isDuty ? 'ask_active-duty' : `ask_${question}`, { policy: policyName(policy) })
  const note = (facts: Partial<Parameters<typeof act>[0]>) =>
    void save.run(
      () => act({ patientId, coverageId: policy.coverageId, version: policy.version, ...facts }),
      () => showToast({ text: say('noted'), kind: 'ok' }),
    )
  return (
    <div className={styles.ask}>
      {question === 'employment' && (
        <Choice
          label={label}
          isDisabled={isDisabled}
          options={coverageOrder.employment.options.map((id) => ({
            id,
            label: say(`${isDuty ? 'duty' : 'employment'}_${id}`),
          }))}
          onChoose={(employment) => note({ employment })}
        />
      )}
      {question === 'employer-size' && (
        <Choice
          label={label}
          isDisabled={isDisabled}
          options={coverageOrder.employerSize.options.map((id) => ({ id, label: say(`size_${id}`) }))}
          onChoose={(employerSize) => note({ employerSize })}
        />
      )}
      {question === 'birthday' && (
        <DayAsk label={label} isDisabled={isDisabled} onNote={(day) => note({ subscriberBirthDate: day })} />
      )}
      {question === 'since' && (
        <DayAsk label={label} isDisabled={isDisabled} onNote={(day) => note({ periodStart: day })} />
      )}
      {save.failure && <Notice kind="bad">{save.failure}</Notice>}
    </div>
  )
}

interface ParentAskProps {
  readonly patientId: string
  readonly of: Order
  readonly policy: Policy
}

const parentOptions = ['custodial-spouse', 'other', 'other-spouse'] as const

/** Whose plan it is of those that are not of the parent with whom the child lives. */
function ParentAsk({ patientId, of, policy }: ParentAskProps) {
  const { say } = useWords()
  const { act } = useAct(coverageOrder.noteOrderFacts)
  const save = useSave()
  const { coverageId } = policy
  const { custodialCoverageIds: custodial, otherParentCoverageIds: others } = of.facts
  const facts = {
    'custodial-spouse': { custodialCoverageIds: [...custodial, coverageId] },
    other: { otherParentCoverageIds: [coverageId, ...others] },
    'other-spouse': { otherParentCoverageIds: [...others, coverageId] },
  }
  return (
    <div className={styles.ask}>
      <Choice
        label={say('ask_other-parent', { policy: policy.subscriberName ?? policyName(policy) })}
        isDisabled={!of.can.decide}
        options={parentOptions.map((id) => ({ id, label: say(`parent_${id}`) }))}
        onChoose={(id) =>
          void save.run(
            () => act({ patientId, ...facts[id] }),
            () => showToast({ text: say('noted'), kind: 'ok' }),
          )
        }
      />
      {save.failure && <Notice kind="bad">{save.failure}</Notice>}
    </div>
  )
}

interface PersonAskProps {
  readonly patientId: string
  readonly of: Order
  readonly question: 'parents' | 'medicare-because' | 'kidney-failure-since'
}

function PersonAsk({ patientId, of, question }: PersonAskProps) {
  const { say } = useWords()
  const { act } = useAct(coverageOrder.noteOrderFacts)
  const save = useSave()
  const label = say(`ask_${question}`)
  const isDisabled = !of.can.decide
  const note = (facts: Omit<Parameters<typeof act>[0], 'patientId'>) =>
    void save.run(
      () => act({ patientId, ...facts }),
      () => showToast({ text: say('noted'), kind: 'ok' }),
    )
  const parents = of.policies.filter(({ isInForce, relationship }) => isInForce && relationship === 'child')
  return (
    <div className={styles.ask}>
      {question === 'parents' && (
        <Choice
          label={label}
          isDisabled={isDisabled}
          options={[
            { id: 'together', label: say('live_together') },
            { id: 'shared', label: say('live_shared') },
            ...parents.map((policy) => ({
              id: policy.coverageId,
              label: say('livesWith', { name: policy.subscriberName ?? policyName(policy) }),
            })),
            { id: 'elsewhere', label: say('livesElsewhere') },
          ]}
          onChoose={(id) => note(parentsFacts(id))}
        />
      )}
      {question === 'medicare-because' && (
        <Choice
          label={label}
          isDisabled={isDisabled}
          options={coverageOrder.medicareBecause.options.map((id) => ({ id, label: say(`because_${id}`) }))}
          onChoose={(medicareBecause) => note({ medicareBecause })}
        />
      )}
      {question === 'kidney-failure-since' && (
        <DayAsk label={label} isDisabled={isDisabled} onNote={(day) => note({ kidneyFailureSince: day })} />
      )}
      {save.failure && <Notice kind="bad">{save.failure}</Notice>}
    </div>
  )
}

/** As it was chosen: together, shared, apart with the policy of the parent with whom the child lives, or without one. */
function parentsFacts(id: string) {
  if (id === 'together' || id === 'shared') return { parentsLive: id } as const
  const custodialCoverageIds = id === 'elsewhere' ? [] : [id]
  return { parentsLive: 'apart' as const, custodialCoverageIds, otherParentCoverageIds: [] }
}

interface ChoiceProps<T extends string> {
  readonly label: string
  readonly isDisabled: boolean
  readonly options: readonly { readonly id: T; readonly label: string }[]
  readonly onChoose: (id: T) => void
}

function Choice<T extends string>({ label, isDisabled, options, onChoose }: ChoiceProps<T>) {
  const { say } = useWords()
  return (
    <Select
      label={label}
      placeholder={say('choose')}
      isDisabled={isDisabled}
      options={options}
      value={null}
      onChange={(id) => {
        const chosen = options.find((option) => option.id === id)
        if (chosen) onChoose(chosen.id)
      }}
    />
  )
}

interface DayAskProps {
  readonly label: string
  readonly isDisabled: boolean
  readonly onNote: (day: string) => void
}

function DayAsk({ label, isDisabled, onNote }: DayAskProps) {
  const { say } = useWords()
  const [day, setDay] = useState<string | null>(null)
  return (
    <div className={styles.dayAsk}>
      <DateField label={label} value={day} onChange={setDay} isDisabled={isDisabled} />
      <Button size="sm" isDisabled={isDisabled || day === null} onPress={() => day !== null && onNote(day)}>
        {say('note')}
      </Button>
    </div>
  )
}
