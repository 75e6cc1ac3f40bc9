import {
  attributesOf,
  bringsInterpreter,
  forLanguage,
  hasInterpreter,
  interpretedLanguage,
  type VisitTypeRule,
} from '@foyer/scheduling'
import type { Db } from '../../../platform/database/organization-db.ts'
import type { Practice } from '../../practice/index.ts'
import { selectLanguage } from '../store.ts'
import { type AllocationRow, selectAllocations } from '../time/store.ts'

/** Whether an interpreter has a part in a visit that is booked, by its rows. */
export function isInterpreted(rows: readonly Pick<AllocationRow, 'role'>[]): boolean {
  return bringsInterpreter(rows.flatMap(({ role }) => (role === null ? [] : [{ role }])))
}

/** The same of a visit by its id; nobody has a part in one that is null. */
export async function hasInterpreterNow(db: Db, appointmentId: string | null): Promise<boolean> {
  return appointmentId !== null && isInterpreted(await selectAllocations(db, [appointmentId]))
}

/** The visit type as it can be offered to a patient: of its interpreters those who speak the patient's language. */
export async function interpreted(
  db: Db,
  practice: Practice,
  rule: VisitTypeRule,
  patientId: string | null,
): Promise<VisitTypeRule> {
  if (patientId === null || !hasInterpreter(rule)) return rule
  return inLanguage(practice, rule, await selectLanguage(db, patientId))
}

/** @param language of the patient, as the record has it */
export function inLanguage(practice: Practice, rule: VisitTypeRule, language: string | null): VisitTypeRule {
  return forLanguage(rule, interpretedLanguage(language), (id) => {
    const resource = practice.resources.get(id)
    return resource ? attributesOf(resource) : []
  })
}
