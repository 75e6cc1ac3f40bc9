import type { payers, Reply } from '@foyer/contract'

type Listed = Reply<typeof payers.readDirectory>['payers'][number]

export type Payer = Readonly<Omit<Listed, 'plans' | 'enrolments'>>
export type Plan = Readonly<Listed['plans'][number]>
export type Enrolment = Readonly<Listed['enrolments'][number]>
export type EnrolmentKey = Pick<Enrolment, 'payerId' | 'connectionId' | 'transaction'>
export type PayerTransaction = Enrolment['transaction']
