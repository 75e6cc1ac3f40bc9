import type { PersonName } from '@foyer/patients'

export type DemoSite = 'chicago' | 'dayton'

export type DemoAddress = {
  readonly line: string
  readonly city: string
  readonly state: 'IL' | 'OH'
  readonly postalCode: string
}

/** An invented patient. Dates are civil dates (`YYYY-MM-DD`), `phone` is E.164, `language` a BCP 47 code. */
export type DemoPerson = {
  readonly key: string
  readonly name: PersonName
  readonly birthDate: string
  readonly sex: 'female' | 'male' | 'other' | 'unknown'
  readonly pronouns?: string
  readonly language: string
  readonly interpreterNeeded: boolean
  readonly phone: string
  readonly phoneUse: 'mobile' | 'home'
  readonly email?: string
  /** How the person wants to be reached, when they said so. */
  readonly prefers?: 'text' | 'call' | 'email'
  readonly address: DemoAddress
  /** People with the same value live together. */
  readonly household: string
  /** The key of the person who answers for a minor. */
  readonly guardianKey?: string
  readonly alerts: readonly string[]
  readonly site: DemoSite
  /** 8 digits, where the story needs a certain record number; else the practice gives the next one. */
  readonly mrn?: string
}

/** A person of the named cast: the same in every demo, with one line of story. */
export type CastMember = DemoPerson & { readonly story: string }
