import type { Delimiters } from '../delimiters.ts'
import type { Finding } from '../finding.ts'
import type { Position } from '../position.ts'
import { type CharacterSet, fits, folded } from './characters.ts'
import type { Element, WrittenSegment } from './element.ts'

export interface Manner {
  readonly delimiters: Delimiters
  readonly characters: CharacterSet
  /** A line break behind each terminator, for people who read it. */
  readonly lines: boolean
}

/** Writes segments one after the other, and notes what cannot be written as it is. */
export class SegmentWriter {
  readonly findings: Finding[] = []
  readonly #manner: Manner
  readonly #cuts: readonly string[]
  readonly #segments: string[] = []
  #offset = 0

  constructor(manner: Manner) {
    this.#manner = manner
    const { element, component, repetition, segment } = manner.delimiters
    this.#cuts = [element, component, repetition, segment]
  }

  get text(): string {
    return this.#segments.join('')
  }

  add(segment: WrittenSegment, place: Omit<Position, 'offset'>): void {
    const [tag, ...elements] = segment
    const position = { ...place, offset: this.#offset }
    if (!/^[A-Z][A-Z0-9]{1,2}$/.test(tag))
      this.#refuse(position, tag, null, 'tag', 'A tag is two or three capital letters and digits.')
    const texts = elements.map((element, index) => this.#element(element, position, tag, index + 1))
    const kept = withoutEmptyEnd(texts)
    if (kept.length === 0)
      this.#refuse(position, tag, null, 'segment-empty', `The ${tag} has no element that is not empty.`)
    this.#push([tag, ...kept].join(this.#manner.delimiters.element))
  }

  /** An ISA: all elements of their length, delimiters among them. */
  addHeader(elements: readonly string[], lengths: readonly number[], position: Position): void {
    const texts = elements.map((text, index) => {
      const length = lengths[index] ?? 0
      const isDelimiter = index === 10 || index === 15
      const written = isDelimiter ? text : this.#plain(text, position, 'ISA', index + 1)
      if (written.length > length) {
        const sentence = `ISA${String(index + 1).padStart(2, '0')} has ${written.length} characters; there is room for ${length}.`
        this.#refuse(position, 'ISA', index + 1, 'element-too-long', sentence)
      }
      return written.padEnd(length)
    })
    this.#push(['ISA', ...texts].join(this.#manner.delimiters.element))
  }

  refuse(position: Position, code: string, sentence: string): void {
    this.#refuse(position, null, null, code, sentence)
  }

  #push(text: string): void {
    const written = `${text}${this.#manner.delimiters.segment}${this.#manner.lines ? '\n' : ''}`
    this.#segments.push(written)
    this.#offset += written.length
  }

  #element(element: Element, position: Position, tag: string, number: number): string {
    const { component, repetition } = this.#manner.delimiters
    const composite = (value: string | readonly string[]): string => {
      const parts = typeof value === 'string' ? [value] : value
      const written = withoutEmptyEnd(parts.map((part) => this.#plain(part, position, tag, number)))
      if (written.length > 1 && component === '')
        this.#refuse(position, tag, number, 'no-delimiter', 'There is no delimiter for components.')
      return written.join(component)
    }
    if (typeof element === 'string' || !('repeat' in element)) return composite(element)
    if (element.repeat.length > 1 && repetition === '') {
      this.#refuse(position, tag, number, 'no-delimiter', 'There is no delimiter for repetitions.')
    }
    return withoutEmptyEnd(element.repeat.map(composite)).join(repetition)
  }

  #plain(text: string, position: Position, tag: string, number: number): string {
    const { characters } = this.#manner
    let written = text
    if (!fits(written, characters)) {
      written = folded(written, characters)
      const isFitting = fits(written, characters)
      const place = `${tag}${String(number).padStart(2, '0')}`
      const sentence = isFitting
        ? `${place} has letters that the ${characters} character set has not; the nearest are written.`
        : `${place} has characters that the ${characters} character set has not.`
      const code = isFitting ? 'letters-replaced' : 'character-not-allowed'
      this.#tell(isFitting ? 'warning' : 'error', position, tag, number, code, sentence, isFitting ? null : '6')
    }
    if (this.#cuts.some((cut) => cut !== '' && written.includes(cut))) {
      const sentence = `${tag}${String(number).padStart(2, '0')} has a character in it that is a delimiter of this file.`
      this.#tell('error', position, tag, number, 'delimiter-in-value', sentence, '6')
    }
    return written
  }

  #refuse(position: Position, tag: string | null, element: number | null, code: string, sentence: string): void {
    this.#tell('error', position, tag, element, code, sentence, null)
  }

  #tell(
    severity: 'error' | 'warning',
    position: Position,
    tag: string | null,
    element: number | null,
    code: string,
    sentence: string,
    report: string | null,
  ): void {
    const reported = report === null ? null : ({ in: 'IK403', code: report } as const)
    this.findings.push({
      severity,
      level: 1,
      position,
      tag,
      element,
      component: null,
      code,
      sentence,
      report: reported,
    })
  }
}

function withoutEmptyEnd(texts: readonly string[]): readonly string[] {
  let length = texts.length
  while (length > 0 && texts[length - 1] === '') length--
  return texts.slice(0, length)
}
