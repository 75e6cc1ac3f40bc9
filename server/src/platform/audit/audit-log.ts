import { sql } from 'kysely'
import type { Db, Statement } from '../database/organization-db.ts'
import { databaseFault, organizationDb, runIn, saveTogether } from '../database/organization-db.ts'
import { statement } from '../database/statement.ts'
import type { Pool } from '../database/pool.ts'
import { type AuditEntry, entryFields } from './entry.ts'

/**
 * Writes entries of one organization in groups: while one group is on its way to the disk the next gathers, so that
 * the cost of a commit is shared. `write` resolves when its entry is committed; nothing is answered before.
 */
export interface AuditLog {
  write(entry: AuditEntry): Promise<void>
  /** Resolves when all that was handed in is written. */
  drain(): Promise<void>
}

const MOST_IN_A_GROUP = 500

const insertJson = statement(['entries'], (db, values) =>
  db
    .insertInto('audit_entry')
    .columns([...entryFields])
    .expression(
      sql`select * from jsonb_to_recordset(${values.entries}::jsonb) as entry(at timestamptz, actor_id uuid, actor_name text, actor_role text, action text, outcome text, patient_id uuid, patient_ids uuid[], subject_id text, reason text, request_id text)`,
    ),
)

const insertOne = statement(entryFields, (db, values) =>
  db.insertInto('audit_entry').values(values as unknown as Omit<AuditEntry, 'patient_ids'>),
)

/** Inserts any number of entries by one statement that is planned once. */
export function insertEntries(db: Db, entries: readonly AuditEntry[]): Statement {
  const [only] = entries
  if (only && entries.length === 1) return insertOne(db, { ...only })
  return insertJson(db, { entries: JSON.stringify(entries) })
}

/** Notes in the caller's transaction where no request stands behind it. */
export async function noteIn(db: Db, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length > 0) await runIn(db, insertEntries(db, entries))
}

export function openAuditLog(pool: Pool, schema: string): AuditLog {
  const db = organizationDb(pool, schema)
  let waiting: { entry: AuditEntry; resolve: () => void; reject: (error: unknown) => void }[] = []
  let running: Promise<void> | null = null

  async function send(group: typeof waiting): Promise<void> {
    await saveTogether(pool, [
      insertEntries(
        db,
        group.map((one) => one.entry),
      ),
    ])
  }

  async function flush(): Promise<void> {
    while (waiting.length > 0) {
      const group = waiting.slice(0, MOST_IN_A_GROUP)
      waiting = waiting.slice(group.length)
      try {
        // One more try: a group must not be lost to one broken connection. A fault of the data itself is final.
        await send(group).catch((error: unknown) => {
          if (databaseFault(error)?.code.startsWith('22')) throw error
          return send(group)
        })
        for (const one of group) one.resolve()
      } catch (error) {
        for (const one of group) one.reject(error)
      }
    }
    running = null
  }

  return {
    write: (entry) =>
      new Promise((resolve, reject) => {
        waiting.push({ entry, resolve, reject })
        running ??= flush()
      }),
    drain: async () => {
      while (running) await running
    },
  }
}
