/** The characters that cut an interchange, as its ISA says them. */
export interface Delimiters {
  readonly element: string
  /** ISA16; '' where the ISA has none. */
  readonly component: string
  /** ISA11 from 5010 on; '' where it has a letter there, as 4010 does. */
  readonly repetition: string
  readonly segment: string
}
