import { birthSexes, type Concept, conceptText, ethnicities, genderIdentities, races, sexes } from '@foyer/patients'
import { type Field, fieldOf } from '../meanwhile/compare.ts'
import { bornOn } from '../person-text.ts'
import type { Details } from './shapes.ts'
import { type DetailsWord, useWords } from './use-words.ts'

type Key = keyof Details

/** What the form of the background holds, as the page shows it. */
export function useBackgroundFields(): readonly Field<Details>[] {
  const { say, locale } = useWords()
  const field = <K extends Key>(key: K, word: DetailsWord, text: (value: Details[K]) => string | null) =>
    fieldOf<Details, K>(key, say(word), text)
  const coded =
    <C extends string>(concepts: readonly Concept<C>[]) =>
    (code: C | null) =>
      code === null ? say('notSaid') : conceptText(concepts, code, locale)
  return [
    field('birthDate', 'birthDate', (date) => bornOn(date, locale)),
    field('birthDateEstimated', 'estimated', (is) => say(is ? 'multiple_yes' : 'multiple_no')),
    field('sex', 'sex', coded(sexes)),
    field('birthSex', 'birthSex', coded(birthSexes)),
    field('genderIdentity', 'gender', coded(genderIdentities)),
    field('pronouns', 'pronouns', (text) => text),
    field('ethnicity', 'ethnicity', coded(ethnicities)),
    field('multipleBirth', 'multiple', (is) =>
      is === null ? say('notSaid') : say(is ? 'multiple_yes' : 'multiple_no'),
    ),
    field('race', 'race', (codes) => codes?.map((code) => conceptText(races, code, locale)).join(', ') ?? null),
  ]
}
