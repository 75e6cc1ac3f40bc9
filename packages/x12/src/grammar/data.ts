/** How guides are written in data/: data/README.md tells the notation. */
export interface GuideData {
  readonly guide: string
  readonly set: string
  readonly name: string
  /** By HL03, the levels that may be right above; data/README.md. */
  readonly levels?: Readonly<Record<string, string>>
  readonly parts: readonly PartData[]
  readonly situations?: readonly SituationData[]
}

export type PartData = SegmentData | LoopData

/** Tag, usage, how often at most (0: without limit), elements. */
export type SegmentData = readonly [tag: string, usage: 'R' | 'S', max: number, elements: string]

export interface LoopData {
  readonly id: string
  readonly name: string
  readonly usage: 'R' | 'S'
  readonly max: number
  readonly parts?: readonly PartData[]
  /** The loop whose parts it has: of the same guide, or of another as `005010X222A1/2010AA`. */
  readonly like?: string
  /** Segments whose elements differ from those of `like`, by tag. */
  readonly change?: Readonly<Record<string, string>>
}

export interface SituationData {
  readonly in: string
  readonly if: string
  readonly then: string
  /** What a finding says where it does not hold. */
  readonly says: string
}
