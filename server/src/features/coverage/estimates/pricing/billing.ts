import type { Service } from '@foyer/coverage'
import { z } from 'zod'

const stored = z.array(
  z.object({
    code: z.string(),
    modifiers: z.array(z.string()).default([]),
    units: z.int().min(1).default(1),
    optional: z.boolean().default(false),
    description: z.string().nullish(),
  }),
)

export interface Procedure extends Service {
  readonly isOptional: boolean
  readonly isChosen: boolean
  /** In plain words; null: nobody wrote any. */
  readonly description: string | null
}

/** What the visit is made of, with those of its additions that were chosen. */
export function proceduresOf(rows: unknown, chosen: readonly string[]): readonly Procedure[] {
  const read = stored.safeParse(rows)
  if (!read.success) return []
  return read.data.map(({ code, modifiers, units, optional, description }) => ({
    code,
    modifiers,
    units,
    isOptional: optional,
    isChosen: !optional || chosen.includes(code),
    description: description ?? null,
  }))
}
