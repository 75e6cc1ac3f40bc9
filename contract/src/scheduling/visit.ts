import { z } from 'zod'
import { ruleCodes } from '@foyer/scheduling'
import { id, instant, roleName, text } from '../shapes.ts'

/** Who or what fills a role of the visit, from when to when, and in which of its lanes. */
export const assignment = z.object({ role: roleName, resourceId: id, start: instant, end: instant, lane: z.int() })

/** Whether a visit that somebody booked for themselves waits for the desk; null where nobody has to agree. */
export const approval = z.enum(['pending', 'approved', 'declined'])

/** What a visit is part of; null where it stands alone. */
export const belonging = {
  chainId: id.nullable(),
  /** Its place among the legs of the chain, from 0. */
  chainLeg: z.int().nullable(),
  seriesId: id.nullable(),
  /** Its place among the occurrences of the series, from 0. */
  seriesOccurrence: z.int().nullable(),
  groupSessionId: id.nullable(),
  /** Seat of a group session, from 1. */
  seat: z.int().nullable(),
} as const

/** Where, when and with whom a visit is wanted. */
export const place = z.object({
  visitTypeId: id,
  siteId: id,
  start: instant,
  assignments: z
    .array(z.object({ role: roleName, resourceId: id }))
    .min(1)
    .max(12),
})

/** Rules that somebody who may wants to see overridden, and why. Stored with the visit. */
export const overrides = z.object({ rules: z.array(z.enum(ruleCodes)).min(1).max(30), reason: text(200) })
