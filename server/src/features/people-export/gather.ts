import { dateAt, Temporal } from '@foyer/kernel'
import type { ExportedCoding, ExportedName, ExportedPerson } from '@foyer/fhir'
import {
  askedDeclined,
  birthSexes,
  type Concept,
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
import {
  findPerson,
  type PersonRow,
  type Rest,
  selectMessages,
  selectPayments,
  selectRest,
  selectVisits,
  zoneOfPractice,
} from './store.ts'

/** A record as it is given away: what FHIR has a place for, and what only paper says. */
export interface PersonCopy extends ExportedPerson {
  readonly zone: string
  /** Of the site of each visit, by its id. */
  readonly visitZones: ReadonlyMap<string, string>
  readonly pronouns: string | null
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
    readonly before: string | null
    readonly after: string | null
  }[]
}

function codingOf(concepts: readonly Concept[], code: string | null): ExportedCoding | null {
  return code === null ? null : (concepts.find((one) => one.code === code)?.coding ?? null)
}

const open = { from: null, to: null }

/** The name of today is the legal one unless another is said to be. */
function namesOf(person: PersonRow, { names }: Rest): ExportedName[] {
  const hasOfficial = names.some(({ use, period_end }) => use === 'official' && period_end === null)
  const given = [person.given, person.middle].filter((part) => part !== null && part !== '') as string[]
  const own: ExportedName = {
    use: hasOfficial ? 'usual' : 'official',
    given,
    family: person.family,
    prefix: person.prefix,
    suffix: person.suffix,
    period: open,
  }
  const called: ExportedName[] =
    person.preferred === null
      ? []
      : [{ use: 'nickname', given: [person.preferred], family: '', prefix: null, suffix: null, period: open }]
  return [
    own,
    ...called,
    ...names.map((name) => ({
      use: name.use as ExportedName['use'],
      given: [name.given, name.middle].filter((part) => part !== null && part !== '') as string[],
      family: name.family,
      prefix: name.prefix,
      suffix: name.suffix,
      period: { from: name.period_start, to: name.period_end },
    })),
  ]
}

type Home = { readonly line?: string; readonly city?: string; readonly state?: string; readonly postalCode?: string }

function addressOf(use: string, address: unknown, from: string | null, to: string | null) {
  const { line = '', city = '', state = '', postalCode = '' } = (address ?? {}) as Home
  return { use: use as ExportedPerson['addresses'][number]['use'], line, city, state, postalCode, period: { from, to } }
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** What was noted of others is theirs, and why somebody is kept from the record is for the desk. */
function isOwn({ field }: { readonly field: string }): boolean {
  return !/^(relative|authority)\b/.test(field)
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
 * relatives, gender identity, what was signed, earlier
 * care and documents of which nobody can tell here what they are about, letters, and the changes of fields.
 */
export async function gatherCopy(
  ctx: Ctx,
  patientId: string,
  standing: PatientStanding,
  asker: Asker | null,
  language: 'en' | 'es',
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
  return {
    id: person.id,
    mrn: formatMrn(person.mrn),
    identifiers: rest.identifiers,
    names: namesOf(person, rest).filter(({ use }) => own || use !== 'nickname'),
    birthDate: person.birth_date === '' ? null : person.birth_date,
    sex: person.sex as ExportedPerson['sex'],
    deceased: person.deceased,
    birthSex: codingOf(birthSexes, person.birth_sex),
    genderIdentity: own ? codingOf(genderIdentities, person.gender_identity) : null,
    race: (person.race ?? []).flatMap((code) => codingOf(races, code) ?? []),
    ethnicity: person.ethnicity === askedDeclined.code ? askedDeclined.coding : codingOf(ethnicities, person.ethnicity),
    languages: [person.language, ...person.further_languages],
    interpreterNeeded: person.interpreter_needed,
    addresses: isReachedByAll
      ? [
          ...(person.address === null ? [] : [addressOf('home', person.address, person.address_since, null)]),
          ...rest.addresses.map((one) => addressOf(one.use, one.address, one.period_start, one.period_end)),
        ]
      : [],
    contacts: isReachedByAll
      ? rest.contacts.map(({ system, value, use, period_end }) => ({
          system: system as 'phone' | 'email',
          value,
          use: use as 'home' | 'work' | 'mobile',
          until: period_end,
        }))
      : [],
    related: rest.related.filter(({ id }) => own || id === asker.row.id),
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
          title: one.title,
          decision: one.decision as 'permit' | 'deny',
          signedAt: one.signed_at,
          signedBy: one.signed_by_name,
          expiresOn: one.expires_on,
          revokedAt: one.revoked_at,
        }))
      : [],
    documents: own
      ? rest.documents.map((one) => ({
          id: one.id,
          title: one.title,
          contentType: one.content_type,
          createdAt: one.created_at,
        }))
      : [],
    zone,
    visitZones: new Map(visits.map((one) => [one.id, one.time_zone])),
    pronouns: own ? person.pronouns : null,
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
    messages: own
      ? messages.map((one) => ({ at: one.sent_at ?? one.created_at, to: one.to_address, subject: one.subject }))
      : [],
    changes: own
      ? rest.changes.filter(isOwn).map((one) => ({
          at: one.at,
          field: one.field,
          before: textOf(one.before),
          after: textOf(one.after),
        }))
      : [],
  }
}

export function dateText(instant: string, zone: string): string {
  return dateAt(Temporal.Instant.from(instant), zone)
}
