import { type CapturesByLoop, capturesByLoop } from './captures-by-loop.ts'
import type { GuideData, LoopData, PartData, SegmentData } from './data.ts'
import { segmentShape } from './dictionary.ts'
import { elementChecks } from './element-check.ts'
import { readElementUses } from './element-uses.ts'
import type { Guide, LoopUse, Part, Place, SegmentUse, Situation, Term } from './guide.ts'
import { tagCode } from '../read/tag.ts'
import { packCodes, packed } from '../read/packed-codes.ts'
import { type Capture, readSituations } from './situations.ts'

export interface CompiledGuide extends Guide {
  readonly captures: readonly Capture[]
  readonly capturesByLoop: CapturesByLoop
  /** Judged at the end of a loop, by its number. */
  readonly situationsByLoop: readonly (readonly Situation[])[]
  /** By the number of the loop: none of its situations can arise where nothing was captured that triggers one. */
  readonly judgedByOwn: readonly boolean[]
}

/** @param elsewhere a loop of another guide, by `005010X222A1/2010AA` */
export function compileGuide(data: GuideData, elsewhere: (path: string) => LoopData): CompiledGuide {
  const loops: LoopUse[] = []
  const tags = new Map<string, number>()
  const judged = new Set(data.situations?.map((situation) => situation.in))
  const whole: LoopData = { id: data.set, name: data.name, usage: 'R', max: 1, parts: data.parts }

  const segment = ([tag, usage, max, elements]: SegmentData, slot: number): SegmentUse => {
    const shape = segmentShape(tag)
    const uses = readElementUses(elements, shape.elements)
    if (!tags.has(tag)) tags.set(tag, tags.size)
    return {
      kind: 'segment',
      tag,
      isRequired: usage === 'R',
      max,
      slot,
      elements: uses,
      checks: elementChecks(uses),
      least: uses.findLastIndex((use) => use?.isRequired) + 1,
      notes: shape.notes,
      qualifier: qualifierOf(tag, uses),
    }
  }
  const loop = (written: LoopData, slot: number): LoopUse => {
    const index = loops.length
    const { id, name, usage, max, parts } = written.like === undefined ? written : imitate(written, whole, elsewhere)
    loops.push(undefined as unknown as LoopUse)
    const read: Part[] = (parts ?? []).map((part, at) => (isSegment(part) ? segment(part, at) : loop(part, at)))
    const first = read[0]
    if (first?.kind !== 'segment') throw new Error(`data/ has loop ${id}, which does not begin with a segment`)
    const places = placesOf(read)
    for (const { parts } of places) tellAlternatives(parts)
    const use: LoopUse = {
      kind: 'loop',
      id,
      name,
      isRequired: usage === 'R',
      max,
      index,
      slot,
      parts: read,
      places,
      placesOf: numbersByTag(places, tags),
      isJudged: judged.has(id),
      first,
      required: places.flatMap(({ parts }, place) =>
        parts.filter(({ isRequired }) => isRequired).map((part) => ({ part, place })),
      ),
    }
    loops[index] = use
    return use
  }

  const root = loop(whole, 0)
  const chain = (id: string): LoopUse[] => chainTo(root, id) ?? []
  const { situations, captures } = readSituations(data.situations ?? [], chain)
  const triggers = new Set(
    situations.flatMap(({ loop, when }) => when.map((terms) => ownTerm(terms, captures, loop.id))),
  )
  return {
    id: data.guide,
    set: data.set,
    name: data.name,
    root,
    levels: new Map(
      Object.entries(data.levels ?? {}).map(([level, above]) => [level, above.split(' ').filter(Boolean)]),
    ),
    tags,
    tagsByCode: new Map([...tags].map(([tag, number]) => [tagCode(tag), number])),
    qualifiers: [...tags.keys()].map((tag) => segmentShape(tag).qualifier),
    loops,
    situations,
    captures,
    capturesByLoop: capturesByLoop(captures, triggers, loops, tags),
    situationsByLoop: loops.map(({ id }) => situations.filter((situation) => situation.loop.id === id)),
    judgedByOwn: loops.map(({ id }) =>
      situations
        .filter(({ loop }) => loop.id === id)
        .every(({ when }) => when.every((terms) => ownTerm(terms, captures, id) !== null)),
    ),
  }
}

/** The first of these terms that asks for something that is there, and of the loop itself: without it they do not hold. */
function ownTerm(terms: readonly Term[], captures: readonly Capture[], id: string): number | null {
  const own = terms.find(({ capture, isNegated }) => !isNegated && captures[capture]?.owner.id === id)
  return own?.capture ?? null
}

export function isSegment(part: PartData): part is SegmentData {
  return Array.isArray(part)
}

export function findLoop(loop: LoopData, id: string): LoopData | null {
  if (loop.id === id) return loop
  for (const part of loop.parts ?? []) {
    const found = isSegment(part) ? null : findLoop(part, id)
    if (found) return found
  }
  return null
}

/** A loop written as another: its loops within are named by its own last letters. */
function imitate(written: LoopData, whole: LoopData, elsewhere: (path: string) => LoopData): LoopData {
  const { like = '', change = {} } = written
  const model = like.includes('/') ? elsewhere(like) : findLoop(whole, like)
  if (!model) throw new Error(`data/ has a loop like ${like}, which there is not`)
  const from = like.slice(-1)
  const to = written.id.slice(-1)
  const rename = (part: PartData): PartData => {
    if (isSegment(part)) {
      const changed = change[part[0]]
      return changed === undefined ? part : [part[0], part[1], part[2], changed]
    }
    const id = part.id.endsWith(from) ? part.id.slice(0, -1) + to : part.id
    return { ...part, id, parts: (part.parts ?? []).map((one) => (isSegment(one) ? one : rename(one))) }
  }
  return { ...written, parts: (model.parts ?? []).map(rename) }
}

function qualifierOf(tag: string, uses: SegmentUse['elements']): SegmentUse['qualifier'] {
  const by = segmentShape(tag).qualifier
  if (!by) return null
  const element = uses[by.element - 1]
  const use = by.component > 0 ? element?.parts?.[by.component - 1] : element
  if (!use?.codes) return null
  return { ...by, codes: use.codes, packed: packCodes(use.codes), alternatives: use.codes }
}

function placesOf(parts: readonly Part[]): Place[] {
  const places: { tag: string; parts: Part[] }[] = []
  let last = ''
  for (const part of parts) {
    const tag = tagOf(part)
    const key = part.kind + tag
    if (key === last) places.at(-1)?.parts.push(part)
    else places.push({ tag, parts: [part] })
    last = key
  }
  return places.map(({ tag, parts: those }) => ({ tag, parts: those, ...fittingOf(those) }))
}

function fittingOf(parts: readonly Part[]): Pick<Place, 'fitting' | 'fittingAny'> {
  const told = parts.map((part) => ({ part, codes: qualifierOfPart(part)?.codes ?? null }))
  const fittingAny = told.flatMap(({ part, codes }) => (codes === null ? [part] : []))
  if (parts.length < 2) return { fitting: null, fittingAny }
  const all = new Set(told.flatMap(({ codes }) => [...(codes ?? [])]))
  const fitting = new Map<number, readonly Part[]>()
  for (const code of all)
    fitting.set(
      packed(code),
      told.flatMap(({ part, codes }) => (codes === null || codes.has(code) ? [part] : [])),
    )
  return { fitting, fittingAny }
}

function qualifierOfPart(part: Part): SegmentUse['qualifier'] {
  return part.kind === 'loop' ? part.first.qualifier : part.qualifier
}

/** What is told of as allowed where none of several fits. */
function tellAlternatives(parts: readonly Part[]): void {
  const qualifiers = parts.flatMap((part) => qualifierOfPart(part) ?? [])
  const alternatives = new Set(qualifiers.flatMap(({ codes }) => [...codes]))
  for (const qualifier of qualifiers) Object.assign(qualifier, { alternatives })
}

function numbersByTag(places: readonly Place[], tags: ReadonlyMap<string, number>): (number[] | undefined)[] {
  const numbers: (number[] | undefined)[] = []
  for (const [place, { tag }] of places.entries()) {
    const number = tags.get(tag) ?? 0
    // No holes: engines read an array without them faster.
    while (numbers.length <= number) numbers.push(undefined)
    numbers[number] = [...(numbers[number] ?? []), place]
  }
  return numbers
}

/** By which it begins. */
function tagOf(part: Part): string {
  return part.kind === 'loop' ? part.first.tag : part.tag
}

function chainTo(loop: LoopUse, id: string): LoopUse[] | null {
  if (loop.id === id) return [loop]
  for (const part of loop.parts) {
    const rest = part.kind === 'loop' ? chainTo(part, id) : null
    if (rest) return [loop, ...rest]
  }
  return null
}
