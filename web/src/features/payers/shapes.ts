import type { payers, Reply } from '@foyer/contract'

export type Directory = Reply<typeof payers.readDirectory>
export type Payer = Directory['payers'][number]
export type Plan = Payer['plans'][number]
export type Enrolment = Payer['enrolments'][number]
export type Connection = Directory['connections'][number]
export type BillingProvider = Directory['billingProviders'][number]
export type Tried = Reply<typeof payers.tryConnection>
export type Schedule = Reply<typeof payers.listFeeSchedules>['schedules'][number]
export type Step = Reply<typeof payers.listFeeSchedules>['steps'][number]
export type VisitBilling = Reply<typeof payers.listVisitTypeBilling>['visitTypes'][number]

export const payerKinds = [
  'commercial',
  'medicare',
  'medicare-advantage',
  'medicaid',
  'tricare',
  'workers-comp',
  'auto',
  'other',
] as const satisfies readonly Payer['kind'][]

export const planTypes = ['hmo', 'ppo', 'epo', 'pos', 'hdhp', 'indemnity', 'medicaid', 'medicare', 'other'] as const

export const transactions = ['270', '276', '278', '837P', '837I', '835'] as const
export const enrolmentStates = ['wanted', 'sent', 'active', 'turned-away', 'ended'] as const
export const connectionKinds = ['rest', 'core-mime', 'core-soap', 'sftp'] as const

/**
 * Over which connection a payer is asked about cover: those that answer at once before files, those that are not down first,
 * as the server chooses. Null: over none.
 */
export function wayOf(payer: Payer, connections: readonly Connection[]): Connection | null {
  const ways = payer.enrolments
    .filter(({ transaction, state }) => transaction === '270' && state === 'active')
    .flatMap(({ connectionId }) => connections.filter(({ id, active }) => id === connectionId && active))
  const rank = ({ kind, state }: Connection): number => (kind === 'sftp' ? 2 : 0) + (state === 'down' ? 1 : 0)
  return ways.toSorted((a, b) => rank(a) - rank(b))[0] ?? null
}

export const networks = ['unknown', 'in', 'out'] as const

/** Whether the practice is in the network of a plan, as a word of the catalog. */
export function networkWord(isInNetwork: boolean | null): (typeof networks)[number] {
  return isInNetwork === null ? 'unknown' : isInNetwork ? 'in' : 'out'
}
