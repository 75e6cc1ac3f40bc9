import { z } from 'zod'
import { date, id, minute, text, weekday } from '../shapes.ts'

/** A session of the week in the zone of the site. Left out, a field asks for nothing special. */
export const weeklyHours = z.object({
  weekday,
  startMinute: minute,
  endMinute: minute,
  kind: z.enum(['open', 'break']).optional(),
  label: text(60).optional(),
  /** 2: every other week, counted from the week of `anchor`. */
  everyWeeks: z.union([z.literal(1), z.literal(2)]).optional(),
  anchor: date.optional(),
  validFrom: date.optional(),
  validTo: date.optional(),
  /** Only these kinds of visits, until `releaseMinutes` before the session starts. */
  visitTypeIds: z.array(id).min(1).max(50).optional(),
  releaseMinutes: z.int().min(0).max(525_600).optional(),
  capacity: z.int().min(0).max(500).optional(),
  lanes: z.int().min(1).max(50).optional(),
  overbook: z.int().min(0).max(10).optional(),
  gridMinutes: z.int().min(5).max(240).optional(),
  walkIn: z.boolean().optional(),
})

/** `position` counts from 0 in the list that was sent. */
export const hoursRefusals = {
  'hours-overlap': z.object({ weekday, position: z.int() }),
  'hours-backwards': z.object({ weekday, position: z.int() }),
}
