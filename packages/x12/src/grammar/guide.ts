import type { PackedCodes } from '../read/packed-codes.ts'
import type { SyntaxNote } from './syntax-note.ts'

/** An implementation guide, ready to be followed. */
export interface Guide {
  readonly id: string
  readonly set: string
  readonly name: string
  readonly root: LoopUse
  /** Levels of the hierarchy that may be right above one, by HL03; none above the first. */
  readonly levels: ReadonlyMap<string, readonly string[]>
  /** All tags that occur anywhere in it, numbered. */
  readonly tags: ReadonlyMap<string, number>
  /** The same by their codes, see read/tag.ts. */
  readonly tagsByCode: ReadonlyMap<number, number>
  /** Where the segments of a tag have what tells their uses apart, by the number of the tag. */
  readonly qualifiers: readonly (QualifierPlace | null)[]
  /** Loops by their numbers in `LoopUse.index`. */
  readonly loops: readonly LoopUse[]
  readonly situations: readonly Situation[]
}

export interface LoopUse {
  readonly kind: 'loop'
  readonly id: string
  readonly name: string
  readonly isRequired: boolean
  readonly max: number
  /** Among all loops of the guide, in their order. */
  readonly index: number
  /** Among the parts of its parent. */
  readonly slot: number
  readonly parts: readonly Part[]
  readonly places: readonly Place[]
  /** Numbers of the places of a tag, ascending, by the number of the tag. */
  readonly placesOf: readonly (readonly number[] | undefined)[]
  /** Whether there are situations to judge at its end. */
  readonly isJudged: boolean
  readonly first: SegmentUse
  /** Parts that have to be there, in the order of their places. */
  readonly required: readonly { readonly part: Part; readonly place: number }[]
}

export interface SegmentUse {
  readonly kind: 'segment'
  readonly tag: string
  readonly isRequired: boolean
  readonly max: number
  readonly slot: number
  /** By number less one, as many as X12 has; null for one that the guide does not use. */
  readonly elements: readonly (ElementUse | null)[]
  /** The same for a look at bytes. */
  readonly checks: readonly ElementCheck[]
  /** Number of the last element that is required. */
  readonly least: number
  readonly notes: readonly SyntaxNote[]
  /** What tells it from others of its tag; null where its tag alone does. */
  readonly qualifier: Qualifier | null
}

export type Part = LoopUse | SegmentUse

/** Parts that may stand in any order among themselves: segments of one tag, loops that begin with one tag. */
export interface Place {
  readonly tag: string
  readonly parts: readonly Part[]
  /** Those that fit a qualifier, by its number (see read/packed-codes.ts); null where looking at each is as fast. */
  readonly fitting: ReadonlyMap<number, readonly Part[]> | null
  /** Those that fit any other. */
  readonly fittingAny: readonly Part[]
}

export interface QualifierPlace {
  readonly element: number
  /** 0: the whole element. */
  readonly component: number
}

export interface Qualifier extends QualifierPlace {
  readonly codes: ReadonlySet<string>
  readonly packed: PackedCodes
  /** Codes of all that may stand in its place. */
  readonly alternatives: ReadonlySet<string>
}

export type ElementType = 'ID' | 'AN' | 'DT' | 'TM' | 'R' | 'N0'

export interface ElementUse {
  /** Number of the data element, or of the composite: `1035`, `C003`. */
  readonly number: string
  readonly name: string
  readonly isRequired: boolean
  /** Repetitions allowed. */
  readonly repeat: number
  readonly type: ElementType
  readonly min: number
  readonly max: number
  readonly codes: ReadonlySet<string> | null
  /** Parts of a composite, null where the guide does not use one; null for a simple element. */
  readonly parts: readonly (ElementUse | null)[] | null
}

/** An element as its bytes are looked at. */
export interface ElementCheck {
  /** See element-check.ts. */
  readonly kind: number
  readonly isRequired: boolean
  readonly min: number
  readonly max: number
  readonly codes: PackedCodes | null
  readonly parts: readonly ElementCheck[]
  /** Number of the last part that is required. */
  readonly least: number
}

export interface Situation {
  readonly loop: LoopUse
  readonly when: Condition
  readonly then: Condition
  /** What a finding says where it does not hold. */
  readonly says: string
}

/** Terms of which all have to hold, in alternatives of which one has to. */
export type Condition = readonly (readonly Term[])[]

export interface Term {
  /** Where its value is kept while the guide is followed. */
  readonly capture: number
  readonly codes: ReadonlySet<string> | null
  readonly isNegated: boolean
}
