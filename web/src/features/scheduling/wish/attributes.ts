import type { Resource } from '../shapes.ts'
import type { SchedulingSay } from '../words.ts'

const speaks = 'speaks-'

/** What a resource has: its attributes, and a language for each that is spoken. */
export function attributesOf({ attributes, languages }: Pick<Resource, 'attributes' | 'languages'>): readonly string[] {
  return [...attributes, ...languages.map((language) => `${speaks}${language}`)]
}

/** What some clinicians of a site have, and others may not. */
export function attributesThere(resources: readonly Resource[], siteId: string): readonly string[] {
  const clinicians = resources.filter((one) => one.kind === 'practitioner' && one.siteId === siteId && one.active)
  return [...new Set(clinicians.flatMap(attributesOf))].toSorted()
}

/** Of these clinicians, or of all where none is named, those that have all; a name nobody has where nobody has them. */
export function having(
  resources: readonly Resource[],
  clinicianIds: readonly string[],
  attributes: readonly string[],
): readonly string[] {
  if (attributes.length === 0) return clinicianIds
  const has = (one: Resource) => attributes.every((attribute) => attributesOf(one).includes(attribute))
  const ids = resources
    .filter((one) => one.kind === 'practitioner' && has(one))
    .map(({ id }) => id)
    .filter((id) => clinicianIds.length === 0 || clinicianIds.includes(id))
  return ids.length > 0 ? ids : [nobody]
}

const nobody = '00000000-0000-4000-8000-000000000000'

export function attributeWord(attribute: string, say: SchedulingSay, locale: string): string {
  if (attribute === 'female') return say('attribute_female')
  if (attribute === 'male') return say('attribute_male')
  if (!attribute.startsWith(speaks)) return attribute
  const language = new Intl.DisplayNames(locale, { type: 'language' }).of(attribute.slice(speaks.length))
  return say('attribute_speaks', { language: language ?? attribute })
}
