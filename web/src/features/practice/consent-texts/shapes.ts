import type { consents, Reply } from '@foyer/contract'

export type Texts = Reply<typeof consents.listConsentTexts>
/** The newest version of one kind in one language. */
export type NewestText = Texts['texts'][number] & { readonly name: string }
