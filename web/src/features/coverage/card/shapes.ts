import type { eligibility, Reply } from '@foyer/contract'

export type Cards = Reply<typeof eligibility.readCoverageCards>
export type Card = Cards['cards'][number]
export type CardAnswer = NonNullable<Card['answer']>
export type Said = CardAnswer['copay']
export type Pointer = NonNullable<CardAnswer['authorizationPointer']>
export type Accumulator = CardAnswer['deductible']['individual']
export type Check = Reply<typeof eligibility.askPayer>
