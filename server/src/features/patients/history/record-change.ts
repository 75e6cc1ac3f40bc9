import { staffOf } from '../../../platform/auth/sessions.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Db } from '../../../platform/database/organization-db.ts'
import { type ChangedBy, type ChangeRow, insertChanges } from './store.ts'

/** Fields by their name; what is absent was not spoken of. */
export type Fields = Readonly<Record<string, unknown>>

/** How a change came here: at the desk, by the person online, by a feed or file, by putting two records together or apart. */
export type ChangeSource = 'desk' | 'self' | 'import' | 'feed' | 'merge' | 'unmerge' | 'capture'

function plain(value: unknown): unknown {
  if (value === undefined || value === '') return null
  return Array.isArray(value) && value.length === 0 ? null : value
}

/** As one text whatever the order of keys: the database keeps them in another one. */
function written(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

/** The fields that say something else than before. Nothing, an empty text and an empty list are the same. */
export function changesBetween(before: Fields, after: Fields): readonly ChangeRow[] {
  return Object.keys(after).flatMap((field) => {
    const [was, is] = [plain(before[field]), plain(after[field])]
    return written(was) === written(is) ? [] : [{ field, before: was, after: is }]
  })
}

/**
 * Writes what changed in a person's fields, with who and when, in the transaction of the change. `before` is `{}` for a
 * record that is new. Values as JSON; a field of a part of the record is named `coverage.memberId`, `phone` and so on.
 */
export async function recordChanges(
  ctx: Pick<Ctx, 'actor' | 'now'>,
  db: Db,
  patientId: string,
  before: Fields,
  after: Fields,
  source: ChangeSource = 'desk',
): Promise<void> {
  await recordChangesBy(db, patientId, changesBetween(before, after), {
    at: ctx.now.toString(),
    actorId: staffOf(ctx.actor),
    actorName: ctx.actor.name,
    source,
  })
}

/** The same where no request stands behind it. */
export async function recordChangesBy(
  db: Db,
  patientId: string,
  changes: readonly ChangeRow[],
  by: ChangedBy & { readonly source: ChangeSource },
): Promise<void> {
  await insertChanges(db, patientId, changes, by)
}
