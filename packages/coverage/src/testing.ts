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
