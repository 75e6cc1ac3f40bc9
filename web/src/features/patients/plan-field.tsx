import { payers } from '@foyer/contract'
import { foldName } from '@foyer/patients'
import { useAsk } from '../../app/ask.ts'
import { Select, TextField } from '../../ui/index.ts'
import { useWords } from './use-words.ts'

export interface PlanOnCard {
  /** Of the directory; null: none of it is meant, or none is there. */
  readonly id: string | null
  /** As it stands on the card. */
  readonly name: string
}

/** The plans of a payer that somebody may be put on, and those that are meant though nobody is put on them any more. */
export function usePlans(payerId: string | null, plan: PlanOnCard) {
  const { data } = useAsk(payers.readDirectory, {})
  const known = (data?.payers.find(({ id }) => id === payerId)?.plans ?? []).filter(
    ({ id, active }) => active || id === plan.id,
  )
  const named = known.find((one) => foldName(one.name) === foldName(plan.name))
  return { known, chosen: plan.id ?? named?.id ?? null }
}

export interface PlanFieldProps {
  readonly plans: ReturnType<typeof usePlans>
  readonly plan: PlanOnCard
  readonly onChange: (plan: PlanOnCard) => void
}

const OTHER = 'other'

/** Plans that the practice knows of the payer to choose from, and what the card says where it is none of them. */
export function PlanField({ plans: { known, chosen }, plan, onChange }: PlanFieldProps) {
  const { say } = useWords()
  const network = (isIn: boolean | null) => (isIn === null ? '' : ` · ${say(isIn ? 'inNetwork' : 'outOfNetwork')}`)
  return (
    <>
      {known.length > 0 && (
        <Select
          label={say('plan')}
          options={[
            ...known.map(({ id, name, isInNetwork }) => ({ id, label: `${name}${network(isInNetwork)}` })),
            { id: OTHER, label: say('planOther') },
          ]}
          value={chosen ?? OTHER}
          onChange={(id) => {
            const of = known.find((one) => one.id === id)
            onChange(of ? { id: of.id, name: of.name } : { id: null, name: '' })
          }}
        />
      )}
      {(known.length === 0 || chosen === null) && (
        <TextField
          label={say(known.length === 0 ? 'plan' : 'planOnCard')}
          value={plan.name}
          onChange={(name) => onChange({ id: null, name })}
          maxLength={120}
          autoComplete="off"
        />
      )}
    </>
  )
}
