import { type RawBuilder, sql } from 'kysely'

/**
 * For `id = ${anyOf(ids)}`. Within a select the number of ids is hidden from the planner, which then plans the statement
 * once; one that sees it hopes for a better plan each time, and planning costs more than reading what is asked for.
 */
export function anyOf(ids: unknown): RawBuilder<boolean> {
  return sql<boolean>`any((select ${ids}::uuid[])::uuid[])`
}
