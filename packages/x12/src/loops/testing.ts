import type { Segment } from '../segment.ts'
import type { FollowedSet } from './tree-of.ts'

/** A set of these segments, written with `*`, `^` and `:`; ST and SE are put around them. */
export function setOf(code: string, version: string, body: readonly string[]): FollowedSet {
  const lines = [`ST*${code}*0001*${version}`, ...body, `SE*${body.length + 2}*0001`]
  return { code, version, segments: lines.map(segmentOf) }
}

function segmentOf(line: string, index: number): Segment {
  const [tag = '', ...elements] = line.split('*')
  const repetitionsOf = (element: number): string[] => {
    const text = elements[element - 1] ?? ''
    return text === '' ? [] : text.split('^')
  }
  return {
    tag,
    size: elements.length,
    position: { interchange: 1, group: 1, set: 1, segment: index + 1, offset: 0 },
    text: (element) => elements[element - 1] ?? '',
    repetitions: (element) => repetitionsOf(element).length,
    part: (element, component, repetition = 1) =>
      (repetitionsOf(element)[repetition - 1] ?? '').split(':')[component - 1] ?? '',
    components: (element, repetition = 1) => repetitionsOf(element)[repetition - 1]?.split(':') ?? [],
  }
}
