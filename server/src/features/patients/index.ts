import { normalizePhone } from '@foyer/patients'
import type { Db } from '../../platform/database/organization-db.ts'
import { phoneSearchValue } from './contact.ts'
import { type Coverage, presentCoverage } from './coverage/present.ts'
import { selectCoverages } from './coverage/store.ts'
import { type PatientLine, presentLine } from './present.ts'
import { type Asker, viewerOf } from './restricted/gate.ts'
import { findLine, selectLines, selectPhoneUsers } from './store.ts'

export { consentsForVisit } from './consent-facts/for-visit.ts'
export { consentsOf, type ConsentTextRow, selectConsents, selectConsentTexts } from './consent-facts/store.ts'
export { answerFor } from './coverage/answer-for.ts'
export { addFoundCoverage, type FoundCoverage } from './coverage/add-found.ts'
export { type PersonRecords, recordsOf } from './duplicates/led/records-of.ts'
export { openTextBook } from './consent-facts/text-book.ts'
export { sharingKeys } from './matching/store.ts'
export { holdRecord } from './hold-record.ts'
export { emailContact, phoneContact, phoneSearchValue, storedSearchName } from './contact.ts'
export type { Coverage } from './coverage/present.ts'
export { withoutShutHolders } from './coverage/shut-holder.ts'
export { answersNear } from './coverage/store.ts'
export { addressLine, type LineColumns, type PatientLine, presentLine, presentName } from './present.ts'
export { type Fields, recordChanges } from './history/record-change.ts'
export { isShut, type Viewer } from './restricted/store.ts'
export { type Asker, checkOpen, mayOpen, viewerOf, openGate } from './restricted/gate.ts'
export { changesBetween } from './history/record-change.ts'
export { recordFile, recordImport, recordImported, recordImportedChanges } from './history/record-import.ts'
export { openRegistrations } from './registration/open.ts'
export { selectRegistrationRules } from './registration/store.ts'
export { openUnplainBook } from './restricted/unplain-book.ts'
export { type PatientReach, readReach } from './reach/read-reach.ts'
export { type PatientStanding, readStandings, type RelativeRow } from './standing/read-standings.ts'
export { askAbout } from './proposals/ask-about.ts'
export { dropCovered } from './proposals/policies/drop-covered.ts'
export { policiesToAsk } from './proposals/policies/policies-to-ask.ts'
export { type FeedContacts, holdBackContacts } from './proposals/contacts/hold-back-contacts.ts'
export { holdBack } from './proposals/hold-back.ts'
export { selectHeldFields } from './proposals/store.ts'
export { findLike, type Like, noteAlike } from './duplicates/drafts/find-like.ts'
export { selectNumberOwners } from './duplicates/drafts/store.ts'
export { selectReferences } from './duplicates/references/store.ts'
export { keepFindable } from './search/keys/keep-findable.ts'
export { type KeyMaker, startKeyMaker } from './search/keys/make-keys.ts'
export { makesUnplain, patientChanged, patientRegistered } from './events.ts'
export {
  isPhone,
  matchSelf,
  registerSelf,
  removeSelf,
  type SelfMatch,
  type SelfPerson,
} from './self/self-registration.ts'
export { confirmContact } from './history/confirm-contact.ts'
export { lineColumns, type PatientChange } from './store.ts'

/** Name and two identifiers; null when this practice has no such person. */
export async function findPatientLine(db: Db, id: string): Promise<PatientLine | null> {
  const row = await findLine(db, id)
  return row ? presentLine(row) : null
}

/** Those of them that there are, in no order. */
export async function findPatientLines(db: Db, ids: readonly string[]): Promise<readonly PatientLine[]> {
  return ids.length === 0 ? [] : (await selectLines(db, ids)).map(presentLine)
}

/** The person's coverages, the one asked first before the others. */
export async function listCoverages(db: Db, patientId: string): Promise<readonly Coverage[]> {
  return (await selectCoverages(db, [patientId])).map(presentCoverage)
}

export interface PhoneUser {
  readonly line: PatientLine
  /** Name of the relative whose number it is; null for the person's own. */
  readonly via: string | null
}

/** Who of those whom the caller may see uses each of these numbers, their own first. What is no number is used by nobody. */
export async function whoUsesPhones(
  ctx: Asker,
  db: Db,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, readonly PhoneUser[]>> {
  const searched = new Map(
    numbers.flatMap((number) => {
      const e164 = normalizePhone(number)
      return e164 === null ? [] : [[number, phoneSearchValue(e164)] as const]
    }),
  )
  const rows = searched.size === 0 ? [] : await selectPhoneUsers(db, [...new Set(searched.values())], viewerOf(ctx))
  return new Map(
    numbers.map((number) => {
      const users = new Map<string, PhoneUser>()
      for (const row of rows)
        if (row.search_value === searched.get(number) && !users.has(row.id))
          users.set(row.id, { line: presentLine(row), via: row.via })
      return [number, [...users.values()]]
    }),
  )
}

export async function whoUsesPhone(ctx: Asker, db: Db, number: string): Promise<readonly PhoneUser[]> {
  return (await whoUsesPhones(ctx, db, [number])).get(number) ?? []
}
