/** What a resource has: attributes such as `mri-trained`, and languages (BCP 47) that are spoken. */
export type Having = { readonly attributes: readonly string[]; readonly languages: readonly string[] }

type Candidate = Having & { readonly id: string; readonly kind: string; readonly active: boolean }

/** `candidates` that are named; an empty list means everybody of the kind. */
type Wanted = { readonly kind: string; readonly candidates: readonly string[]; readonly requires?: readonly string[] }

const spoken = 'speaks-'

/** A language as an attribute, so that roles and wishes ask for either in one list: `speaks-es`. */
export function attributeOf(language: string): string {
  return `${spoken}${language}`
}

/** The language of which an attribute says that it is spoken; null where it says something else. */
export function languageOf(attribute: string): string | null {
  return attribute.startsWith(spoken) ? attribute.slice(spoken.length) : null
}

/** Attributes and languages in one list. */
export function attributesOf({ attributes, languages }: Having): readonly string[] {
  return [...attributes, ...languages.map(attributeOf)]
}

/** Whether somebody with these attributes speaks the language (BCP 47): `es-MX` is spoken by whoever speaks `es`. */
export function speaks(attributes: Iterable<string>, language: string): boolean {
  const has = new Set(attributes)
  const [primary = language] = language.split('-')
  return has.has(attributeOf(language)) || has.has(attributeOf(primary.toLowerCase()))
}

/** Who can fill a role: active, of its kind, with all that it asks for, and named where some are named. */
export function mayFill({ kind, candidates, requires = [] }: Wanted, resource: Candidate): boolean {
  if (!resource.active || resource.kind !== kind) return false
  if (candidates.length > 0 && !candidates.includes(resource.id)) return false
  const has = attributesOf(resource)
  return requires.every((attribute) => has.includes(attribute))
}
