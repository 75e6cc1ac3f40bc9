import type { Segment } from '@foyer/x12'

/** Segments as they are written in tests: `EB*B**98****30`, one a line; `^` repeats, `:` parts. */
export function segmentsOf(text: string): readonly Segment[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return lines.map((line, at) => segmentOf(line, at + 1))
}

function segmentOf(line: string, number: number): Segment {
  const [tag = '', ...elements] = line.split('*')
  const repeated = (element: number): string[] => {
    const text = elements[element - 1] ?? ''
    return text === '' ? [] : text.split('^')
  }
  return {
    tag,
    position: { interchange: 1, group: 1, set: 1, segment: number, offset: 0 },
    size: elements.length,
    text: (element) => elements[element - 1] ?? '',
    repetitions: (element) => repeated(element).length,
    part: (element, component, repetition = 1) => repeated(element)[repetition - 1]?.split(':')[component - 1] ?? '',
    components: (element, repetition = 1) => repeated(element)[repetition - 1]?.split(':') ?? [],
  }
}

/** Whoever the answer is about, before what is said of the benefits. */
const head = `
ST*271*0001*005010X279A1
BHT*0022*11*1*20261124*0900
HL*1**20*1
NM1*PR*2*PRAIRIE HEALTH PLAN*****PI*PRAIRIE1
PER*IC**TE*8005550123
HL*2*1*21*1
NM1*1P*2*RIVERSIDE CLINIC*****XX*1234567893
HL*3*2*22*0
TRN*2*T-1*9RIVERSIDE
NM1*IL*1*OKAFOR*ADA****MI*M100200300
N3*12 OAK STREET
N4*CHICAGO*IL*60601
DMG*D8*19840312*F`

/** An answer about one subscriber; `body` stands after her demographics. */
export function answerWith(body: string): readonly Segment[] {
  return segmentsOf(`${head}\n${body}`)
}

/**
 * Years of school that an English text asks for (Kincaid and others, 1975: "Derivation of new readability formulas").
 * Syllables are counted by groups of vowels, which is near enough for an average.
 */
export function gradeOf(text: string): number {
  const sentences = text.split(/[.:?!]\s/).length
  const words = text.match(/[A-Za-z’]+|\$[\d,.]+|\d+%?/g) ?? []
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0)
  return (0.39 * words.length) / sentences + (11.8 * syllables) / words.length - 15.59
}

function syllablesOf(word: string): number {
  if (!/[a-z]/i.test(word)) return 1
  const spoken = word.toLowerCase().replace(/(?:[^l]e|es|ed)$/, '')
  return Math.max(1, spoken.match(/[aeiouy]+/g)?.length ?? 1)
}

/**
 * How easily a Spanish text is read (Fernández Huerta, 1959: "Medidas sencillas de lecturabilidad"), 0 to 100 and above: from
 * 70 on it asks for six years of school at most. Syllables are counted by their vowels, of which a weak one beside another
 * makes one sound with it.
 */
export function easeOf(text: string): number {
  const sentences = text.split(/[.:?!]\s/).length
  const words = text.match(/\p{L}+|\$[\d,.]+|\d+(?:\s?%)?/gu) ?? []
  const syllables = words.reduce((sum, word) => sum + spanishSyllablesOf(word), 0)
  return 206.84 - (60 * syllables) / words.length - (1.02 * words.length) / sentences
}

function spanishSyllablesOf(word: string): number {
  if (!/\p{L}/u.test(word)) return 1
  const spoken = word
    .toLowerCase()
    .replace(/qu(?=[eéií])/g, 'q')
    .replace(/gu(?=[eéií])/g, 'g')
    .replace(/y$/, 'i')
  const sounds = spoken.match(/[iuü]?[aeoáéó][iuü]?|[íú]|[iuü]+/g)
  return Math.max(1, sounds?.length ?? 1)
}

/**
 * Texts for patients that ask for more than six years of school, each by itself. What a service is called is the payer's word
 * and counts in the average alone.
 */
export function tooHardIn(texts: readonly string[], language: 'en' | 'es'): readonly string[] {
  const isHard = (text: string): boolean => (language === 'en' ? gradeOf(text) > 6 : easeOf(text) < 70)
  const all = texts.map((text) => text.replace(/^[^:.$]*: /, ''))
  const average = (of: (text: string) => number): number =>
    texts.reduce((sum, text) => sum + of(text), 0) / texts.length
  const isHardInAll = texts.length > 0 && (language === 'en' ? average(gradeOf) > 6 : average(easeOf) < 70)
  return [...all.filter(isHard), ...(isHardInAll ? ['the average'] : [])]
}
