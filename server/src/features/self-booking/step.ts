import type { Ctx } from '../../platform/context.ts'
import type { Organization } from '../../platform/organizations.ts'
import type { Mailer } from '../../platform/ports/mailer.ts'
import type { Practice, PracticeBook } from '../practice/index.ts'
import type { AvailabilityBook } from '../scheduling/index.ts'
import { type Keys, openKeys } from './keys.ts'

export interface SelfBookingDeps {
  readonly practices: PracticeBook
  readonly availability: AvailabilityBook
  readonly secret: string
  /** Null: no code can be sent, so the desk has to agree to every visit. */
  readonly mailer: Mailer | null
  /** Zero bits that a proof of work has to begin with. */
  readonly proofBits: number
}

/** What every step of somebody who books for themselves needs. */
export interface Step {
  readonly ctx: Ctx
  readonly practice: Practice
  readonly availability: AvailabilityBook
  readonly keys: Keys
}

const known = new Map<string, Keys>()

export function keysOf(secret: string, { slug }: Pick<Organization, 'slug'>): Keys {
  const name = `${secret} ${slug}`
  const keys = known.get(name) ?? openKeys(secret, slug)
  known.set(name, keys)
  return keys
}

export async function stepOf(deps: SelfBookingDeps, ctx: Ctx): Promise<Step> {
  return {
    ctx,
    practice: await deps.practices.read(ctx.organization),
    availability: deps.availability,
    keys: keysOf(deps.secret, ctx.organization),
  }
}
