import { languageName } from '@foyer/patients'
import { attributesOf, languageOf } from '@foyer/scheduling'
import type { Locale } from '../../../app/catalog.ts'
import type { Resource } from '../shapes.ts'
import type { SchedulingSay } from '../words.ts'

/** What some clinicians of a site have, and others may not; and whether there is room for a wheelchair. */
export function attributesThere(resources: readonly Resource[], siteId: string): readonly string[] {
  const clinicians = resources.filter((one) => one.kind === 'practitioner' && one.siteId === siteId && one.active)
  const hasWheelchair = resources.some(
    (one) => one.siteId === siteId && one.active && one.attributes.includes('wheelchair'),
  )
  return [...new Set([...clinicians.flatMap(attributesOf), ...(hasWheelchair ? ['wheelchair'] : [])])].toSorted()
}

export function attributeWord(attribute: string, say: SchedulingSay, locale: Locale): string {
  if (attribute === 'female') return say('attribute_female')
  if (attribute === 'male') return say('attribute_male')
  if (attribute === 'wheelchair') return say('attribute_wheelchair')
  const language = languageOf(attribute)
  return language === null ? attribute : say('attribute_speaks', { language: languageName(language, locale) })
}

/** What an opening does without: "with a clinician who is not female", of several things their names. */
export function withoutWords(attributes: readonly string[], say: SchedulingSay, locale: Locale): string {
  const [only, ...others] = attributes
  const what = attributes.map((one) => attributeWord(one, say, locale)).join(', ')
  if (only === undefined || others.length > 0) return say('without_several', { what })
  if (only === 'female' || only === 'male') return say(`without_${only}`)
  const language = languageOf(only)
  if (language === null) return say('without_several', { what })
  return say('without_speaks', { language: languageName(language, locale) })
}
