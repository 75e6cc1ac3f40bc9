import type { Reply, restricted } from '@foyer/contract'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { findLine } from '../store.ts'
import { selectChanges } from './store.ts'

const PAGE = 50

/** Values as people read them: a text as it is, a list with commas, an address on one line. */
export function valueText(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(valueText).join(', ')
  if (typeof value === 'object') {
    const { line, city, state, postalCode, ...rest } = value as Record<string, unknown>
    return [line, city, state, postalCode, ...Object.values(rest)]
      .filter((part) => part !== undefined && part !== null && part !== '')
      .map(valueText)
      .join(', ')
  }
  return JSON.stringify(value)
}

export async function listChanges(
  ctx: Ctx,
  patientId: string,
  before: number | null,
): Promise<Reply<typeof restricted.listChanges>> {
  ctx.touch(patientId)
  const [line, rows] = await Promise.all([findLine(ctx.db, patientId), selectChanges(ctx.db, patientId, before, PAGE)])
  if (!line) throw new Problem('not-found')
  return {
    changes: rows.map((row) => ({
      id: row.id,
      field: row.field,
      before: valueText(row.before),
      after: valueText(row.after),
      at: row.at,
      by: row.actor_name,
      source: row.source,
    })),
    before: rows.length === PAGE ? (rows.at(-1)?.id ?? null) : null,
  }
}
