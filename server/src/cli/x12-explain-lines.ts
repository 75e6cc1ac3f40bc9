import type { Explanation, Language, PartOfSet } from '@foyer/x12'
import { setKey } from './x12-explain-stream.ts'

const parts: Readonly<Record<Language, Readonly<Record<PartOfSet['kind'], string>>>> = {
  en: { person: 'Person', claim: 'Claim', answer: 'Answer' },
  es: { person: 'Persona', claim: 'Reclamación', answer: 'Respuesta' },
}

/**
 * Sentences with the numbers of their segments, one after the other. Where a file tells of several interchanges or sets, or a set of
 * several people, claims or answers, a line before them says which; nobody is named.
 */
export function explanationLines(
  hasSeveral: boolean,
  language: Language,
  out: (line: string) => void,
): (one: Explanation, code: string) => void {
  let set = ''
  let part = ''
  return (one, code) => {
    const key = setKey(one)
    if (key !== set) {
      if (hasSeveral) out(setHeading(one, code, language))
      set = key
      part = ''
    }
    const heading = partHeading(one.part, language)
    if (heading !== part && (heading !== '' || part !== '')) out(`  ${heading || wholeHeading(language)}`)
    part = heading
    out(`${String(one.position.segment).padStart(5)}  ${one.sentence}`)
  }
}

function setHeading({ position }: Explanation, code: string, language: Language): string {
  const { interchange, group, set } = position
  const isEnglish = language === 'en'
  const first = `${isEnglish ? 'Interchange' : 'Intercambio'} ${interchange}`
  if (set === 0) return `${first}:`
  const kind = /^\d{3}$/.test(code) ? ` (${code})` : ''
  return isEnglish
    ? `${first}, group ${group}, set ${set}${kind}:`
    : `${first}, grupo ${group}, transacción ${set}${kind}:`
}

function partHeading(part: PartOfSet | null, language: Language): string {
  if (!part || part.of < 2) return ''
  return `${parts[language][part.kind]} ${part.number} ${language === 'en' ? 'of' : 'de'} ${part.of}:`
}

function wholeHeading(language: Language): string {
  return language === 'en' ? 'All of it:' : 'En conjunto:'
}
