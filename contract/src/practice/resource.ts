import { z } from 'zod'
import { id, language, resourceKind } from '../shapes.ts'
import { weeklyHours } from './hours.ts'

export const resourceShape = z.object({
  id,
  kind: resourceKind,
  name: z.string(),
  siteId: id,
  specialty: z.string().nullable(),
  languages: z.array(language),
  active: z.boolean(),
  attributes: z.array(z.string()),
  lanes: z.int(),
  newPatientsPerDay: z.int().nullable(),
  hours: z.array(weeklyHours),
})
