import codes from '../../data/codes.json' with { type: 'json' }
import elementsJson from '../../data/elements.json' with { type: 'json' }
import segmentsJson from '../../data/segments.json' with { type: 'json' }
import shapes from '../../data/shapes.json' with { type: 'json' }
import type { ElementType } from './guide.ts'
import { readSyntaxNotes, type SyntaxNote } from './syntax-note.ts'

export interface DataElement {
  readonly name: string
  readonly type: ElementType
  readonly min: number
  readonly max: number
}

export interface SegmentShape {
  /** Numbers of data elements and composites. */
  readonly elements: readonly string[]
  /** What tells uses of it apart: element, and component or 0. */
  readonly qualifier: { readonly element: number; readonly component: number } | null
  readonly notes: readonly SyntaxNote[]
}

const elements = new Map(
  Object.entries(elementsJson as unknown as Record<string, [string, ElementType, number, number]>).map(
    ([number, [name, type, min, max]]): [string, DataElement] => [number, { name, type, min, max }],
  ),
)

const segments = new Map(
  Object.entries(segmentsJson.segments as unknown as Record<string, [string, string, string]>).map(
    ([tag, [numbers, by, notes]]): [string, SegmentShape] => {
      const [element = 0, component = 0] = by.split('.').map(Number)
      const qualifier = by === '' ? null : { element, component }
      return [tag, { elements: numbers.split(' '), qualifier, notes: readSyntaxNotes(notes) }]
    },
  ),
)

const composites = new Map(
  Object.entries(segmentsJson.composites).map(([number, parts]): [string, string[]] => [number, parts.split(' ')]),
)

const codeLists = new Map(Object.entries(codes).map(([name, list]): [string, string[]] => [name, list.split(' ')]))

/** Data element by its number in X12's dictionary; what is not there is a mistake in data/. */
export function dataElement(number: string): DataElement {
  return there(elements.get(number), `data element ${number}`)
}

export function segmentShape(tag: string): SegmentShape {
  return there(segments.get(tag), `segment ${tag}`)
}

/** Whether X12 knows the tag, in any of the sets that are described here. */
export function isKnownTag(tag: string): boolean {
  return segments.has(tag)
}

export function compositeParts(number: string): readonly string[] | null {
  return composites.get(number) ?? null
}

export function codeList(name: string): readonly string[] {
  return there(codeLists.get(name), `code list ${name}`)
}

export function elementShape(name: string): string {
  return there((shapes as Record<string, string>)[name], `shape ${name}`)
}

function there<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`data/ has no ${what}`)
  return value
}

/** Number of an element by its place, `1035` of NM103; '' for a composite, and for what X12 does not have there. */
export function numberOfElement(tag: string, element: number, component: number | null): string {
  const whole = segments.get(tag)?.elements[element - 1] ?? ''
  const parts = composites.get(whole)
  return parts ? (component === null ? '' : (parts[component - 1] ?? '')) : whole
}
