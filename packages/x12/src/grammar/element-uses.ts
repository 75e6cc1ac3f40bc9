import { codeList, compositeParts, dataElement, elementShape } from './dictionary.ts'
import type { ElementUse } from './guide.ts'

/** `4?*99{2,3}=A|#list(...)`: number, situational, repetitions, length, codes, components. */
const token = /^(\d+)(\?)?(?:\*(\d+))?(?:\{(\d+),(\d+)\})?(?:=([^()]+))?(?:\((.*)\))?$/

/**
 * Reads how a guide uses the elements of a segment, or the components of a composite.
 *
 * @param text in the notation of data/README.md: `1=PR 2 3? 9{2,15}`
 * @param numbers data elements in their order, by X12
 */
export function readElementUses(text: string, numbers: readonly string[]): (ElementUse | null)[] {
  const uses: (ElementUse | null)[] = numbers.map(() => null)
  for (const word of split(expand(text))) {
    const match = token.exec(word)
    const position = Number(match?.[1]) - 1
    const number = numbers[position]
    if (!match || number === undefined) throw new Error(`data/ has an element that cannot be read: ${word}`)
    uses[position] = useOf(number, match)
  }
  return uses
}

function useOf(number: string, [, , isSituational, repeat, min, max, codes, inner]: RegExpExecArray): ElementUse {
  const components = compositeParts(number)
  const isRequired = isSituational === undefined
  const common = { number, isRequired, repeat: Number(repeat ?? 1), codes: readCodes(codes) }
  if (components) {
    const parts = readElementUses(inner ?? '', components)
    return { ...common, name: 'composite', type: 'AN', min: 1, max: 0, parts }
  }
  const element = dataElement(number)
  return {
    ...common,
    ...element,
    min: min === undefined ? element.min : Number(min),
    max: max === undefined ? element.max : Number(max),
    parts: null,
  }
}

function readCodes(text: string | undefined): ReadonlySet<string> | null {
  if (text === undefined) return null
  return new Set(text.split('|').flatMap((code) => (code.startsWith('#') ? codeList(code.slice(1)) : [code])))
}

function expand(text: string): string {
  return text.replaceAll(/@(\w+)/g, (_, name: string) => expand(elementShape(name)))
}

/** At blanks outside of parentheses. */
function split(text: string): string[] {
  const words: string[] = []
  let depth = 0
  let word = ''
  for (const letter of text) {
    if (letter === '(') depth++
    if (letter === ')') depth--
    if (letter === ' ' && depth === 0) {
      if (word !== '') words.push(word)
      word = ''
    } else word += letter
  }
  if (word !== '') words.push(word)
  return words
}
