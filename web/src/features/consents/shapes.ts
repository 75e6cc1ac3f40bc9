import type { consents, Reply } from '@foyer/contract'

export type Consents = Reply<typeof consents.readConsents>
export type Need = Consents['needs'][number]
export type Given = Consents['given'][number]
export type ConsentText = Consents['texts'][number]
