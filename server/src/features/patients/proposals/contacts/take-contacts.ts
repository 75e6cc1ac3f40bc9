import type { Ctx } from '../../../../platform/context.ts'
import type { Db } from '../../../../platform/database/organization-db.ts'
import { recordChanges } from '../../history/record-change.ts'
import { keepFindable } from '../../search/keys/keep-findable.ts'
import { type Patient, updatePatient } from '../../store.ts'
import { contactHistory } from './contact-history.ts'
import { type ContactSystem, readContactText } from './contact-texts.ts'
import { addContact, type ContactRow, resumeContact, selectContactRows } from './store.ts'

/**
 * What a feed said is theirs, behind what is used already: which comes first is for the desk to say. Answers whether the
 * record was still as it was read.
 */
export async function takeContacts(
  ctx: Ctx,
  db: Db,
  patient: Patient,
  { system, proposed }: { readonly system: ContactSystem; readonly proposed: unknown },
): Promise<boolean> {
  if (!(await updatePatient(db, patient.id, patient.version, {}))) return false
  const before = await selectContactRows(db, [patient.id])
  const texts = Array.isArray(proposed) ? proposed.filter((one): one is string => typeof one === 'string') : []
  let rank = Math.max(0, ...before.filter((row) => row.system === system).map((row) => row.rank))
  for (const text of texts) {
    const { value, searchValue, use } = readContactText(system, text)
    const had = before.find((row) => row.system === system && row.search_value === searchValue)
    if (had && had.period_end === null) continue
    rank += 1
    if (had) await resumeContact(db, had.id, rank)
    else await addContact(db, { id: ctx.newId(), patientId: patient.id, system, value, searchValue, use, rank })
  }
  const after = await selectContactRows(db, [patient.id])
  await recordChanges(ctx, db, patient.id, contactHistory(before.filter(isLive)), contactHistory(after.filter(isLive)))
  await keepFindable(db, [patient.id])
  return true
}

function isLive({ period_end }: ContactRow): boolean {
  return period_end === null
}
