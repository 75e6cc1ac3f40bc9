import type { AuditEntry } from './audit/entry.ts'
import { entryFields } from './audit/entry.ts'
import type { Db, Statement } from './database/organization-db.ts'
import { type BuildJoinable, type Joinable, statement } from './database/statement.ts'
import { insertKey, keyNames, keyValues, type RequestKey } from './idempotency.ts'
import type { HappenedEvent } from './events/event.ts'

const names = ['type', 'payload', 'toldAt', ...entryFields] as const

const insertBoth = statement(names, (db, { type, payload, toldAt, ...entry }) =>
  db
    .with('told', (one) => one.insertInto('outbox').values({ type, payload, at: toldAt }))
    .insertInto('audit_entry')
    .values(entry as unknown as Omit<AuditEntry, 'patient_ids'>),
)

const allNames = [...names, ...keyNames] as const
type AllSlots = Readonly<Record<(typeof allNames)[number], string>>

const rememberedAndTold = (
  db: Pick<Db, 'with'>,
  { type, payload, toldAt, staffId, key, hash, reply, keyAt }: AllSlots,
) =>
  db
    .with('remembered', (one) => insertKey(one, { staffId, key, hash, reply, keyAt }))
    .with('told', (one) => one.insertInto('outbox').values({ type, payload, at: toldAt }))

function entryOf(slots: AllSlots) {
  // A slot stands for every kind of value.
  return Object.fromEntries(entryFields.map((name) => [name, slots[name]])) as unknown as Omit<
    AuditEntry,
    'patient_ids'
  >
}

const insertAll = statement(allNames, (db, slots) =>
  rememberedAndTold(db, slots).insertInto('audit_entry').values(entryOf(slots)),
)

/** Names of a change are its own: what is noted beside it has others. */
const noted = <N extends string>(name: N): `noted ${N}` => `noted ${name}`

const notedNames = allNames.map((name) => [name, noted(name)] as const)

const changes = new WeakMap<BuildJoinable, ReturnType<typeof statement<string>>>()

/** The change itself with the same beside it. */
function insertAllWith({ names: own, build }: Joinable['origin']): ReturnType<typeof statement<string>> {
  const known = changes.get(build)
  if (known) return known
  const made = statement<string>([...own, ...allNames.map(noted)], (db, slots) => {
    // Made of the same names two lines above.
    const beside = Object.fromEntries(allNames.map((name) => [name, slots[noted(name)]])) as unknown as AllSlots
    const first = rememberedAndTold(db, beside).with('noted', (one) =>
      one.insertInto('audit_entry').values(entryOf(beside)),
    )
    return build(db, slots, first)
  })
  changes.set(build, made)
  return made
}

/** The outbox row of one event and the audit entry of the change that it tells of, as one statement. */
export function toldAndNoted(db: Db, toldAt: string, event: HappenedEvent, entry: AuditEntry): Statement {
  const { type, ...payload } = event
  return insertBoth(db, { type, payload: JSON.stringify(payload), toldAt, ...entry })
}

/**
 * The same with the answer for the request's key; a key that is taken already fails with 23505. Where the change is handed
 * in too it is in the same statement.
 */
export function rememberedToldAndNoted(
  db: Db,
  key: RequestKey,
  reply: unknown,
  at: string,
  event: HappenedEvent,
  entry: AuditEntry,
  change?: Joinable,
): Statement {
  const { type, ...payload } = event
  const values = { type, payload: JSON.stringify(payload), toldAt: at, ...keyValues(key, at, reply), ...entry }
  if (!change) return insertAll(db, values)
  const { origin } = change
  const filled: Record<string, unknown> = { ...origin.values }
  for (const [name, slot] of notedNames) filled[slot] = values[name]
  return insertAllWith(origin)(db, filled)
}
