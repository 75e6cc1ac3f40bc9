/** One value of a set: our code, the words of it, and what it is called in another system. */
export interface Concept<C extends string = string> {
  readonly code: C
  readonly en: string
  readonly es: string
  /** As FHIR's Coding writes it; null where the value has no code of its own there. */
  readonly coding: { readonly system: string; readonly code: string; readonly display: string } | null
}

const nullFlavor = 'http://terminology.hl7.org/CodeSystem/v3-NullFlavor'

export const askedDeclined = {
  code: 'asked-declined',
  en: 'Asked, did not want to say',
  es: 'Se preguntó, prefirió no decir',
  coding: { system: nullFlavor, code: 'ASKU', display: 'asked but unknown' },
} as const satisfies Concept

export const otherFlavor = { system: nullFlavor, code: 'OTH', display: 'other' } as const
export const unknownFlavor = { system: nullFlavor, code: 'UNK', display: 'unknown' } as const

export function codesOf<C extends string>(concepts: readonly [Concept<C>, ...Concept<C>[]]): readonly [C, ...C[]] {
  return concepts.map(({ code }) => code) as unknown as readonly [C, ...C[]]
}

/** The words of a code; one of no set says itself. */
export function conceptText(concepts: readonly Concept[], code: string, locale: 'en' | 'es'): string {
  return concepts.find((one) => one.code === code)?.[locale] ?? code
}
