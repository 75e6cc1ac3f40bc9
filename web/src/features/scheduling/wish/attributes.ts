import type { Resource } from '../shapes.ts'
import type { SchedulingSay } from '../words.ts'

const speaks = 'speaks-'

/** What a resource has: its attributes, and a language for each that is spoken. */
export function attributesOf({ attributes, languages }: Pick<Resource, 'attributes' | 'languages'>): readonly string[] {
  return [...attributes, ...languages.map((language) => `${speaks}${language}`)]
}

/** What some clinicians of a site have, and others may not; and whether there is room for a wheelchair. */
export function attributesThere(resources: readonly Resource[], siteId: string): readonly string[] {
  const clinicians = resources.filter((one) => one.kind === 'practitioner' && one.siteId === siteId && one.active)
  const hasWheelchair = resources.some(
    (one) => one.siteId === siteId && one.active && one.attributes.includes('wheelchair'),
  )
  return [...new Set([...clinicians.flatMap(attributesOf), ...(hasWheelchair ? ['wheelchair'] : [])])].toSorted()
}

export function attributeWord(attribute: string, say: SchedulingSay, locale: string): string {
  if (attribute === 'female') return say('attribute_female')
  if (attribute === 'male') return say('attribute_male')
  if (attribute === 'wheelchair') return say('attribute_wheelchair')
  if (!attribute.startsWith(speaks)) return attribute
  return say('attribute_speaks', { language: languageOf(attribute, locale) })
}

/** What an opening does without: "with a clinician who is not female", of several things their names. */
export function withoutWords(attributes: readonly string[], say: SchedulingSay, locale: string): string {
  const [only, ...others] = attributes
  const what = attributes.map((one) => attributeWord(one, say, locale)).join(', ')
  if (only === undefined || others.length > 0) return say('without_several', { what })
  if (only === 'female' || only === 'male') return say(`without_${only}`)
  if (only.startsWith(speaks)) return say('without_speaks', { language: languageOf(only, locale) })
  return say('without_several', { what })
}

function languageOf(attribute: string, locale: string): string {
  const code = attribute.slice(speaks.length)
  return new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code
}
