import { dateAt } from '@foyer/kernel'
import type { ExportedConsent, ExportedPerson } from '@foyer/fhir'
import {
  askedDeclined,
  birthSexes,
  type ConfidentialContact,
  ethnicities,
  formatMrn,
  genderIdentities,
  mayTell,
  races,
} from '@foyer/patients'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import { servicesOf } from '../messages/index.ts'
import type { PatientStanding } from '../patients/index.ts'
import type { Asker } from './may-have.ts'
import { peopleBeside } from './people-beside.ts'
import { addressesOf, type CopyLanguage, conceptOf, contactsOf, namesOf } from './person-parts.ts'
import { findPerson, selectMessages, selectPayments, selectRest, selectVisits, zoneOfPractice } from './store.ts'

/** A record as it is given away: what FHIR has a place for, and what only paper says. */
export interface PersonCopy extends ExportedPerson {
  readonly zone: string
  /** Of the site of each visit, by its id. */
  readonly visitZones: ReadonlyMap<string, string>
  readonly pronouns: string | null
  /** Codes, and words of the desk. */
  readonly accessibility: readonly string[]
  readonly alerts: readonly string[]
  readonly contactPreference: string | null
  readonly wish: ConfidentialContact | null
  /** Civil dates of visits that are kept from the health plan, `every-visit`. */
  readonly keptFromPlan: readonly string[]
  readonly employer: string | null
  readonly occupation: string | null
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
  }[]
}

/** What was noted of others is theirs, and why somebody is kept from the record is for the desk. */
function isOwn({ field }: { readonly field: string }): boolean {
  return !field.startsWith('relative.')
}

/** Visits and what belongs to them that whoever asks may know of: of confidential services only who may be told of them. */
async function visibleVisits(ctx: Ctx, patientId: string, asker: Asker | null, { patient, setting }: PatientStanding) {
  const visits = await selectVisits(ctx.db, patientId)
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
 * Everything about the person that this asker may have. Where somebody asks in the patient's place, what the patient keeps
 * for themselves stays out: confidential services, ways of contact under a wish of theirs (45 CFR 164.522(b)), other
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
  const [person, rest, visits, payments, messages, zone] = await Promise.all([
    findPerson(ctx.db, patientId),
    selectRest(ctx.db, patientId),
    visibleVisits(ctx, patientId, asker, standing),
    selectPayments(ctx.db, patientId),
    selectMessages(ctx.db, patientId),
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
    id: person.id,
    mrn: formatMrn(person.mrn),
    identifiers: rest.identifiers,
    names: namesOf(person, rest).filter(({ use }) => own || use !== 'nickname'),
    birthDate: person.birth_date === '' ? null : person.birth_date,
    sex: person.sex as ExportedPerson['sex'],
    deceased: person.deceased,
    isBirthDateEstimated: person.birth_date_estimated,
    multipleBirth: person.multiple_birth,
    birthSex: own ? conceptOf(birthSexes, person.birth_sex, language) : null,
    genderIdentity: own ? conceptOf(genderIdentities, person.gender_identity, language) : null,
    race: (person.race ?? []).flatMap((code) => conceptOf(races, code, language) ?? []),
    ethnicity: conceptOf([...ethnicities, askedDeclined], person.ethnicity, language),
    languages: [person.language, ...person.further_languages],
    interpreterNeeded: person.interpreter_needed,
    addresses: isReachedByAll ? addressesOf(person, rest) : [],
    contacts: isReachedByAll ? contactsOf(rest) : [],
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
    pronouns: own ? person.pronouns : null,
    accessibility: person.accessibility,
    alerts: own ? person.alerts : [],
    contactPreference: isReachedByAll ? person.contact_preference : null,
    wish: own ? standing.wish : null,
    keptFromPlan: own
      ? rest.restrictions.filter(({ ended_at }) => ended_at === null).map(({ date }) => date ?? 'every-visit')
      : [],
    employer: person.employer,
    occupation: person.occupation,
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
        }))
      : [],
  }
}
