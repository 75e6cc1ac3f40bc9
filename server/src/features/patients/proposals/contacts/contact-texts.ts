import { emailContact, type NewContact, phoneContact, phoneSearchValue } from '../../contact.ts'

export type ContactSystem = NewContact['system']

/** Under which name a feed's further numbers are asked about. */
export const contactFields = { phone: 'phone.another', email: 'email.another' } as const

export type ContactField = (typeof contactFields)[ContactSystem]

/** Null for a field that tells of no numbers. */
export function systemOf(field: string): ContactSystem | null {
  if (field === contactFields.phone) return 'phone'
  return field === contactFields.email ? 'email' : null
}

/** As the history and a proposal keep it: the value and what kind it is. */
export function contactText({ value, use }: { readonly value: string; readonly use: string }): string {
  return `${value} ${use}`
}

export interface SaidContact extends NewContact {
  readonly use: string
}

/** What a text of `contactText` says. A number that cannot be called stays as it was said. */
export function readContactText(system: ContactSystem, text: string): SaidContact {
  const at = text.lastIndexOf(' ')
  const [value, use] = [text.slice(0, at), text.slice(at + 1)]
  const contact = system === 'email' ? emailContact(value) : phoneContact(value)
  return { ...(contact ?? { system, value, searchValue: phoneSearchValue(value) }), use }
}

/** The search values of what a field of the history held: one text or a list, with or without kinds. */
export function searchValuesIn(system: ContactSystem, held: unknown): readonly string[] {
  const texts = (Array.isArray(held) ? held : [held]).filter((one): one is string => typeof one === 'string')
  // Whether a kind stands behind a number that has spaces itself nobody can tell: both are tried.
  const values = texts.flatMap((text) => [text, text.split(' ')[0] ?? text])
  return values.map((value) => (system === 'email' ? value.toLowerCase() : phoneSearchValue(value)))
}
