import type { RuleCode } from '@foyer/scheduling'
import type { Told } from '../refusals.ts'
import type { Opening } from '../shapes.ts'

/** Why it did not work, where it would, and which rules the caller may set aside so that it does. */
export type Refused = {
  readonly told: Told
  readonly next: readonly Opening[]
  readonly mayOverride: readonly RuleCode[]
  /** Of closed time: it could close what is free there. */
  readonly mayGoAround?: boolean
}
