import type { Segment } from '../segment.ts'

/** A segment of a file that streams, as texts of its own: it stays when the reader moves on, and holds nothing of the file. */
export function keepSegment(segment: Segment): Segment {
  const { tag, position, size } = segment
  const texts = Array.from({ length: size }, (_, at) => segment.text(at + 1))
  const parts = texts.map((_, at) =>
    Array.from({ length: segment.repetitions(at + 1) }, (_, number) => segment.components(at + 1, number + 1)),
  )
  return {
    tag,
    position,
    size,
    text: (element) => texts[element - 1] ?? '',
    repetitions: (element) => parts[element - 1]?.length ?? 0,
    part: (element, component, repetition = 1) => parts[element - 1]?.[repetition - 1]?.[component - 1] ?? '',
    components: (element, repetition = 1) => parts[element - 1]?.[repetition - 1] ?? [],
  }
}
