import { foldName, type PersonName } from '../name.ts'

const prefixes = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'sr', 'sra', 'srta', 'don', 'dona', 'rev', 'prof', 'mx'])
const suffixes = new Set(['jr', 'ii', 'iii', 'iv', 'v', '2nd', '3rd', '4th', 'md', 'phd', 'esq', 'junior'])
// Words that belong to the family name after them.
const particles = new Set(
  'de del la las los da das do dos di du van von der den ter ten le el al bin ibn abu st saint san santa mac mc o y e'.split(
    ' ',
  ),
)

type Parts = Pick<PersonName, 'given' | 'family'> & Partial<PersonName>

/**
 * A whole name in its parts: `Nguyen, Mai Thi`, `Dr. John A. de la Cruz Jr.`, `Nguyen Mai` with the family name first.
 * A name of one word is a family name. Null when nothing is left.
 */
export function splitFullName(written: string, order: 'given-first' | 'family-first'): Parts | null {
  const text = written.replace(/\s+/g, ' ').trim()
  const [before = '', ...after] = text.split(',').map((part) => part.trim())
  const rest = after.filter((part) => part !== '')
  const last = rest.at(-1)
  // `John Smith, Jr.`: what comes after the comma is no name.
  const tail = last !== undefined && isSuffix(last) ? rest.pop() : undefined
  const outer = tail === undefined ? {} : { suffix: tail }
  if (rest.length > 0) {
    const family = withoutSuffix(before.split(' '))
    const given = withoutSuffix(withoutPrefix(rest.join(' ').split(' ')).words)
    const prefix = withoutPrefix(rest.join(' ').split(' ')).prefix
    const suffix = family.suffix ?? given.suffix
    const [first = '', ...middle] = given.words
    if (family.words.join('') === '' && first === '') return null
    return made(first, middle, family.words, { ...outer, ...(prefix ? { prefix } : {}), ...(suffix ? { suffix } : {}) })
  }
  const headed = withoutPrefix(before.split(' ').filter((word) => word !== ''))
  const { words, suffix } = withoutSuffix(headed.words)
  const marks = { ...outer, ...(headed.prefix ? { prefix: headed.prefix } : {}), ...(suffix ? { suffix } : {}) }
  if (words.length === 0) return null
  if (words.length === 1) return made('', [], words, marks)
  if (order === 'family-first') {
    const at = Math.max(1, words.findIndex((word) => !particles.has(foldName(word))) + 1)
    const [given = '', ...middle] = words.slice(at)
    return made(given, middle, words.slice(0, at), marks)
  }
  let from = words.length - 1
  while (from > 1 && particles.has(foldName(words[from - 1] ?? ''))) from--
  const [given = '', ...middle] = words.slice(0, from)
  return made(given, middle, words.slice(from), marks)
}

function made(given: string, middle: readonly string[], family: readonly string[], marks: Partial<PersonName>): Parts {
  return {
    given,
    family: family.join(' '),
    ...(middle.length > 0 ? { middle: middle.join(' ') } : {}),
    ...marks,
  }
}

function isSuffix(text: string): boolean {
  return suffixes.has(foldName(text)) || /^sr\.?$/i.test(text)
}

function withoutPrefix(words: readonly string[]): { prefix?: string; words: readonly string[] } {
  const [first, ...rest] = words
  return first !== undefined && rest.length > 0 && prefixes.has(foldName(first)) && !/^don$/i.test(first)
    ? { prefix: first, words: rest }
    : { words }
}

function withoutSuffix(words: readonly string[]): { suffix?: string; words: readonly string[] } {
  const last = words.at(-1)
  return last !== undefined && words.length > 1 && isSuffix(last)
    ? { suffix: last, words: words.slice(0, -1) }
    : { words }
}
