import { normalizePhone } from '@foyer/patients'
import type { CoverageFacts } from '@foyer/readiness'
import { dateAt, Temporal } from '@foyer/kernel'
import type { Db } from '../../platform/database/organization-db.ts'
import { phoneSearchValue } from './contact.ts'
import { type Coverage, presentCoverage } from './coverage/present.ts'
import { selectCoverages } from './coverage/store.ts'
import { type PatientLine, presentLine } from './present.ts'
import { findLine, selectFacts, selectPhoneUsers } from './store.ts'

export { emailContact, phoneContact, phoneSearchValue, storedSearchName } from './contact.ts'
export type { Coverage } from './coverage/present.ts'
export { type LineColumns, type PatientLine, presentLine, presentName } from './present.ts'
export { lineColumns, setConsent as signConsent, setContactConfirmed as confirmContact } from './store.ts'

/** Name and two identifiers; null when this practice has no such person. */
export async function findPatientLine(db: Db, id: string): Promise<PatientLine | null> {
  const row = await findLine(db, id)
  return row ? presentLine(row) : null
}

/** The person's coverages, the one asked first before the others. */
export async function listCoverages(db: Db, patientId: string): Promise<readonly Coverage[]> {
  return (await selectCoverages(db, [patientId])).map(presentCoverage)
}

export interface PatientFacts {
  /** Civil dates. */
  readonly contactConfirmedOn: string | null
  readonly consentSignedOn: string | null
  readonly interpreterNeeded: boolean
  readonly coverages: readonly CoverageFacts[]
}

/** What a visit's readiness asks of its patient, by patient id; `zone` is that of the site, for the dates of checks. */
export async function patientFacts(
  db: Db,
  ids: readonly string[],
  zone: string,
): Promise<ReadonlyMap<string, PatientFacts>> {
  const [people, coverages] = await Promise.all([selectFacts(db, ids), selectCoverages(db, ids)])
  const facts = new Map<string, CoverageFacts[]>()
  for (const row of coverages) {
    const list = facts.get(row.patient_id) ?? []
    facts.set(row.patient_id, list)
    list.push({
      payerName: row.payer_name,
      periodStart: row.period_start,
      periodEnd: row.period_end,
      order: row.coverage_order,
      copayCents: row.copay_cents,
      checkedOn: row.checked_at === null ? null : dateAt(Temporal.Instant.from(row.checked_at), zone),
    })
  }
  return new Map(
    people.map((row) => [
      row.id,
      {
        contactConfirmedOn: row.contact_confirmed_on,
        consentSignedOn: row.consent_signed_on,
        interpreterNeeded: row.interpreter_needed,
        coverages: facts.get(row.id) ?? [],
      },
    ]),
  )
}

export interface PhoneUser {
  readonly line: PatientLine
  /** Name of the relative whose number it is; null for the person's own. */
  readonly via: string | null
}

/** Who uses each of these numbers, their own first. What is no number is used by nobody. */
export async function whoUsesPhones(
  db: Db,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, readonly PhoneUser[]>> {
  const searched = new Map(
    numbers.flatMap((number) => {
      const e164 = normalizePhone(number)
      return e164 === null ? [] : [[number, phoneSearchValue(e164)] as const]
    }),
  )
  const rows = searched.size === 0 ? [] : await selectPhoneUsers(db, [...new Set(searched.values())])
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

export async function whoUsesPhone(db: Db, number: string): Promise<readonly PhoneUser[]> {
  return (await whoUsesPhones(db, [number])).get(number) ?? []
}
