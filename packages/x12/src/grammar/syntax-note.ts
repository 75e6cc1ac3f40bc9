/**
 * A relation of elements of a segment (X12.6, 3.7.3.2): P all or none, R at least one, E at most one, C the first asks for
 * all others, L the first asks for at least one of the others.
 */
export interface SyntaxNote {
  readonly kind: 'P' | 'R' | 'E' | 'C' | 'L'
  readonly elements: readonly number[]
  /** Their bits. */
  readonly mask: number
  /** The bit of the first. */
  readonly lead: number
}

/** @param text as `P0304 C1110` */
export function readSyntaxNotes(text: string): SyntaxNote[] {
  return text
    .split(' ')
    .filter((note) => note !== '')
    .map((note) => {
      const elements = (note.slice(1).match(/\d\d/g) ?? []).map(Number)
      const mask = elements.reduce((bits, element) => bits | (1 << element), 0)
      return { kind: note.charAt(0) as SyntaxNote['kind'], elements, mask, lead: 1 << (elements[0] ?? 0) }
    })
}
