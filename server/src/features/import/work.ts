import type { Draft } from '@foyer/fhir'
import type { Temporal } from '@foyer/kernel'
import type { Db } from '../../platform/database/organization-db.ts'
import type { Applied } from './outcome.ts'
import { selectReferences } from './store.ts'

/** A draft that is new or says something else than before. */
export interface Pending<D extends Draft = Draft> {
  readonly draft: D
  /** Where it lies since an earlier import; null for a new one. */
  readonly recordId: string | null
  /** The record was there before this source spoke of it: only what is empty is filled. */
  readonly shared: boolean
  /** What an earlier import wrote; null where that was not kept. */
  readonly written: Readonly<Record<string, unknown>> | null
}

/** One batch inside one transaction. */
export interface Work {
  readonly db: Db
  readonly source: string
  readonly now: Temporal.Instant
  /** Names of organizations and practitioners in this run, by key. */
  readonly names: ReadonlyMap<string, string>
  newId(): string
}

/** Writes a batch of one kind; answers in the order of the drafts. */
export type Apply<D extends Draft> = (work: Work, batch: readonly Pending<D>[]) => Promise<Applied[]>

export function sourceKey(source: string, key: string): string {
  return `${source}/${key}`
}

/** The records behind keys of this source, as far as they have been imported. */
export async function recordsOf(
  work: Work,
  keys: readonly (string | undefined)[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(keys.flatMap((key) => (key === undefined ? [] : [key])))]
  if (wanted.length === 0) return new Map()
  const byName = new Map(wanted.map((key) => [sourceKey(work.source, key), key]))
  const rows = await selectReferences(work.db, [...byName.keys()])
  return new Map(rows.map((row) => [byName.get(row.source_key) ?? row.source_key, row.record_id]))
}
