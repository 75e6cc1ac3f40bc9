import type { Explanation, Language, PartOfSet, Reading } from '@foyer/x12'

const parts: Readonly<Record<Language, Readonly<Record<PartOfSet['kind'], string>>>> = {
  en: { person: 'Person', claim: 'Claim', answer: 'Answer' },
  es: { person: 'Persona', claim: 'Reclamación', answer: 'Respuesta' },
}

/**
 * Sentences with the numbers of their segments. Where a file tells of several interchanges or sets, or a set of several people,
 * claims or answers, a line before them says which; nobody is named.
 */
export function explanationLines(explanations: readonly Explanation[], reading: Reading, language: Language): string[] {
  const hasSeveral = new Set(explanations.map(setKey)).size > 1
  const lines: string[] = []
  let set = ''
  let part = ''
  for (const one of explanations) {
    const key = setKey(one)
    if (key !== set) {
      if (hasSeveral) lines.push(setHeading(one, reading, language))
      set = key
      part = ''
    }
    const heading = partHeading(one.part, language)
    if (heading !== part && (heading !== '' || part !== '')) lines.push(`  ${heading || wholeHeading(language)}`)
    part = heading
    lines.push(`${String(one.position.segment).padStart(5)}  ${one.sentence}`)
  }
  return lines
}

function setKey({ position: { interchange, group, set } }: Explanation): string {
  return `${interchange}.${group}.${set}`
}

function setHeading({ position }: Explanation, { interchanges }: Reading, language: Language): string {
  const { interchange, group, set } = position
  const isEnglish = language === 'en'
  const first = `${isEnglish ? 'Interchange' : 'Intercambio'} ${interchange}`
  if (set === 0) return `${first}:`
  const code = interchanges
    .find((one) => one.position.interchange === interchange)
    ?.groups.find((one) => one.position.group === group)
    ?.sets.find((one) => one.position.set === set)?.code
  const kind = /^\d{3}$/.test(code ?? '') ? ` (${code})` : ''
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
