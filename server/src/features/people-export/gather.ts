import { dateAt } from '@foyer/kernel'
import type { ExportedConsent, ExportedPerson } from '@foyer/fhir'
import { formatMrn, mayTell } from '@foyer/patients'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import { servicesOf } from '../messages/index.ts'
import { type PatientStanding, recordsOf } from '../patients/index.ts'
import type { Asker } from './may-have.ts'
import { peopleBeside } from './people-beside.ts'
import type { CopyLanguage } from './person-parts.ts'
import { mergedPart, type RecordCopy, recordPart } from './record-part.ts'
import { selectMessages, selectPayments, selectRecords, selectRest, selectVisits, zoneOfPractice } from './store.ts'

/** A record as it is given away: what FHIR has a place for, and what only paper says. */
export interface PersonCopy extends ExportedPerson, RecordCopy {
  readonly replaces: readonly RecordCopy[]
  readonly zone: string
  /** Of the site of each visit, by its id. */
  readonly visitZones: ReadonlyMap<string, string>
  /** Civil dates of visits that are kept from the health plan, `every-visit`. */
  readonly keptFromPlan: readonly string[]
  readonly payments: readonly {
    readonly at: string
    readonly receipt: string
    readonly cents: number
    readonly currency: string
    readonly isVoided: boolean
  }[]
  readonly messages: readonly { readonly at: string; readonly to: string; readonly subject: string }[]
  readonly changes: readonly {
    readonly at: string
    readonly field: string
    /** As the history keeps them. */
    readonly before: unknown
    readonly after: unknown
    /** Of the merged record in which it was changed. */
    readonly mergedMrn: string | null
  }[]
}

/** What was noted of others is theirs, and why somebody is kept from the record is for the desk. */
function isOwn({ field }: { readonly field: string }): boolean {
  return !field.startsWith('relative.')
}

function ofMerged(mrn: string | null): string | null {
  return mrn === null ? null : formatMrn(mrn)
}

/** Visits and what belongs to them that whoever asks may know of: of confidential services only who may be told of them. */
async function visibleVisits(
  ctx: Ctx,
  recordIds: readonly string[],
  asker: Asker | null,
  { patient, setting }: PatientStanding,
) {
  const visits = await selectVisits(ctx.db, recordIds)
  if (!asker) return visits
  const services = await servicesOf(
    ctx.db,
    visits.map(({ id }) => id),
  )
  return visits.filter(
    ({ id }) =>
      mayTell(asker.standing, { scope: 'documents', service: services.get(id) ?? null }, patient, setting).answer ===
      'yes',
  )
}

/**
 * Everything about the person that this asker may have, also what stands only in a record that was merged into theirs:
 * the right is to all that is kept about them (45 CFR 164.524(a)(1)). Where somebody asks in the patient's place, what
 * the patient keeps for themselves stays out: confidential services, ways of contact under a wish of theirs (45 CFR 164.522(b)), other
 * relatives and what they may, what the health plan is not told, sex at birth and gender identity, what was signed, earlier care and documents of which
 * nobody can tell here what they are about, words of the desk, letters, and the changes of fields.
 */
export async function gatherCopy(
  ctx: Ctx,
  patientId: string,
  standing: PatientStanding,
  asker: Asker | null,
  language: CopyLanguage,
): Promise<PersonCopy> {
  const { ids, isCut, mrnOf } = await recordsOf(ctx, ctx.db, patientId)
  // Half a copy is none: whoever opens the merged record first makes all of it.
  if (isCut) throw new Problem('restricted')
  const [[person, ...merged], rest, visits, payments, messages, zone] = await Promise.all([
    selectRecords(ctx.db, ids),
    selectRest(ctx.db, ids),
    visibleVisits(ctx, ids, asker, standing),
    selectPayments(ctx.db, ids),
    selectMessages(ctx.db, ids),
    zoneOfPractice(ctx.db),
  ])
  if (!person) throw new Problem('not-found')
  const own = asker === null
  const isReachedByAll = own || standing.wish === null
  const seen = new Set(visits.map(({ id }) => id))
  const today = dateAt(ctx.now, zone)
  const documents = own
    ? rest.documents.map((one) => ({
        id: one.id,
        title: one.title,
        contentType: one.content_type,
        createdAt: one.created_at,
        data: null,
      }))
    : []
  return {
    ...recordPart(person, rest, { own, isReachedByAll, wish: standing.wish, language }),
    replaces: merged.map((row) => mergedPart(row, rest, { own, isReachedByAll, language })),
    ...peopleBeside(own ? standing.relatives : [asker], documents, language),
    coverages: rest.coverages.map((one) => ({
      id: one.id,
      payer: one.payer,
      plan: one.plan_name,
      memberId: one.member_id,
      groupNumber: one.group_number,
      relationship: one.relationship as 'self' | 'spouse' | 'child' | 'other',
      order: one.coverage_order,
      period: { from: one.period_start, to: one.period_end },
      isInForce: one.period_end === null || one.period_end >= today,
    })),
    visits: visits.map((one) => ({
      id: one.id,
      start: one.starts_at,
      end: one.ends_at,
      status: one.status as ExportedPerson['visits'][number]['status'],
      type: language === 'es' ? one.type_es : one.type,
      site: one.site,
      clinician: one.clinician,
    })),
    encounters: own
      ? rest.encounters.map((one) => ({
          id: one.id,
          start: one.started_at,
          end: one.ended_at,
          type: one.type,
          reason: one.reason,
          place: one.place,
          practitioner: one.practitioner,
        }))
      : [],
    consents: own
      ? rest.consents.map((one) => ({
          id: one.id,
          kind: one.kind as ExportedConsent['kind'],
          title: one.title,
          decision: one.decision as 'permit' | 'deny',
          signedAt: one.signed_at,
          signedBy: one.signed_by_name,
          expiresOn: one.expires_on,
          revokedAt: one.revoked_at,
        }))
      : [],
    planRestrictions: own
      ? rest.restrictions.map((one) => ({
          id: one.id,
          visitId: one.appointment_id,
          notedAt: one.noted_at,
          endedAt: one.ended_at,
        }))
      : [],
    documents,
    zone,
    visitZones: new Map(visits.map((one) => [one.id, one.time_zone])),
    keptFromPlan: own
      ? rest.restrictions.filter(({ ended_at }) => ended_at === null).map(({ date }) => date ?? 'every-visit')
      : [],
    payments: payments
      .filter(({ appointment_id }) => own || seen.has(appointment_id))
      .map((one) => ({
        at: one.collected_at,
        receipt: one.receipt_number,
        cents: one.amount_cents,
        currency: one.currency,
        isVoided: one.voided_at !== null,
      })),
    messages: own ? messages.map((one) => ({ at: one.sent_at, to: one.to_address, subject: one.subject })) : [],
    changes: own
      ? rest.changes.filter(isOwn).map((one) => ({
          at: one.at,
          field: one.field,
          before: one.before,
          after: one.after,
          mergedMrn: ofMerged(mrnOf(one.patient_id)),
        }))
      : [],
  }
}
