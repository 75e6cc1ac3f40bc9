/** What a visit asks of an answer. */
export interface VisitAsked {
  /** Service type codes of the visit, the nearest first. */
  readonly serviceTypes: readonly string[]
  /** Whether the practice is in the network of the plan; null: nobody knows. */
  readonly isInNetwork: boolean | null
  /** Place of service code (CMS); null: any. */
  readonly place: string | null
  /** Civil date of it. What is dated to another time is nothing of it. */
  readonly date: string
  /** One service of it, of which the payer may have spoken by its code (EB13). */
  readonly service?: { readonly code: string; readonly modifiers: readonly string[] }
}
