import { interpretedLanguage } from '@foyer/scheduling'
import type { Site, VisitType } from '../practice/index.ts'
import type { Step } from './step.ts'
import { type Held, selectInterpreterNeed } from './store.ts'
import { offered } from './times.ts'

/** Whoever and whatever takes part in a visit. */
export type Parts = Held['assignments']

export interface Interpreting {
  /** The time that is kept has no interpreter, and the patient needs one. */
  readonly isLacking: boolean
  /** With an interpreter; null where none is needed or found. */
  readonly parts: Parts | null
}

/**
 * An interpreter for the time that is kept, free then and speaking the patient's language (45 CFR 92.201). Where the record does
 * not say what to interpret, and where nobody is free, the desk has to find somebody.
 */
export async function withInterpreter(
  step: Step,
  {
    visitType,
    site,
    patientId,
  }: { readonly visitType: VisitType; readonly site: Site; readonly patientId: string | null },
  held: Held,
): Promise<Interpreting> {
  const isThere = visitType.roles.some(({ kind }) => kind === 'interpreter')
  if (isThere || patientId === null) return { isLacking: false, parts: null }
  const { isNeeded, language } = await selectInterpreterNeed(step.ctx.db, patientId)
  if (!isNeeded || interpretedLanguage(language) === null) return { isLacking: isNeeded, parts: null }
  const lead = held.assignments.find(({ role }) => role === 'clinician')
  const opening = await offered(
    step,
    { visitType, site, patientId, isInterpreted: true },
    { start: held.starts_at, clinician: lead ? step.keys.keyOf(lead.resourceId) : null },
  )
  const parts = opening?.assignments.map(({ role, resourceId }) => ({ role, resourceId })) ?? null
  return { isLacking: true, parts }
}
