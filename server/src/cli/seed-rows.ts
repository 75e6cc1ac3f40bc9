import type { DemoPlan, PlannedPatient, PlannedVisit } from '@foyer/demo'
import { displayName, searchName } from '@foyer/patients'
import { contactSearchValue, type SeedRows } from '../features/import/index.ts'
import { consentRows } from './seed-consent-rows.ts'
import { planId } from './seed-directory-rows.ts'
import { seedId } from './seed-id.ts'
import { practiceRows } from './seed-practice-rows.ts'

type People = Pick<
  SeedRows,
  | 'patient'
  | 'patient_change'
  | 'change_proposal'
  | 'contact_point'
  | 'related_person'
  | 'authority'
  | 'consent'
  | 'coverage'
  | 'encounter'
>
type Visits = Pick<
  SeedRows,
  'group_session' | 'appointment' | 'allocation' | 'appointment_status_history' | 'payment' | 'estimate'
>

/** The plan as rows. `now` is the moment the plan is told from; everybody has the same password. */
export function seedRows(plan: DemoPlan, now: string, passwordHash: string): SeedRows {
  return { ...practiceRows(plan, passwordHash), ...peopleRows(plan), ...visitRows(plan, now) }
}

function contactRows(patient: PlannedPatient): SeedRows['contact_point'][number][] {
  const phone = { system: 'phone', value: patient.phone, use: patient.phoneUse } as const
  const email = patient.email === undefined ? [] : [{ system: 'email', value: patient.email, use: 'home' } as const]
  return [phone, ...email].map((contact, index) => ({
    id: seedId('contact', `${patient.key} ${contact.system}`),
    patient_id: seedId('patient', patient.key),
    ...contact,
    search_value: contactSearchValue(contact.system, contact.value),
    rank: index + 1,
  }))
}

function specialRows(plan: DemoPlan): Pick<People, 'patient_change' | 'change_proposal'> {
  const names = new Map(plan.staff.map(({ key, name }) => [key, name]))
  const json = (value: DemoPlan['changes'][number]['before']) =>
    typeof value === 'object' && value ? { ...value } : value
  return {
    patient_change: plan.changes.map(({ patient, field, before, after, at, by }) => ({
      patient_id: seedId('patient', patient),
      field,
      before: json(before),
      after: json(after),
      at,
      actor_id: seedId('staff', by),
      actor_name: names.get(by) ?? by,
    })),
    change_proposal: plan.proposals.map(({ patient, source, field, current, proposed, receivedAt }) => ({
      id: seedId('proposal', `${patient} ${field}`),
      patient_id: seedId('patient', patient),
      source,
      field,
      current: json(current),
      proposed: json(proposed),
      received_at: receivedAt,
    })),
  }
}

function peopleRows(plan: DemoPlan): People {
  const byKey = new Map(plan.patients.map((patient) => [patient.key, patient]))
  const isPlan = new Set(plan.directory.plans.map(({ payer, name }) => `${payer} ${name}`))
  return {
    patient: plan.patients.map((patient) => ({
      id: seedId('patient', patient.key),
      mrn: patient.mrn,
      given: patient.name.given,
      middle: patient.name.middle ?? null,
      family: patient.name.family,
      preferred: patient.name.preferred ?? null,
      prefix: patient.name.prefix ?? null,
      suffix: patient.name.suffix ?? null,
      birth_date: patient.birthDate,
      sex: patient.sex,
      pronouns: patient.pronouns ?? null,
      language: patient.language,
      interpreter_needed: patient.interpreterNeeded,
      contact_preference: patient.prefers ?? null,
      address: { ...patient.address },
      alerts: [...patient.alerts],
      deceased: false,
      search_name: ` ${searchName(patient.name)}`,
      contact_confirmed_on: patient.contactConfirmedOn,
      version: 1,
      created_at: patient.createdAt,
      restriction: patient.restriction ?? null,
    })),
    ...specialRows(plan),
    contact_point: plan.patients.flatMap(contactRows),
    related_person: plan.relatedPersons.flatMap(({ patient, relative, relationship, emergencyRank }) => {
      const person = byKey.get(relative)
      if (!person) return []
      return {
        id: seedId('related', `${patient} ${relative}`),
        patient_id: seedId('patient', patient),
        relative_id: seedId('patient', relative),
        name: displayName(person.name),
        relationship,
        phone: person.phone,
        search_value: contactSearchValue('phone', person.phone),
        given: person.name.given,
        family: person.name.family,
        email: person.email ?? null,
        language: person.language,
        birth_date: person.birthDate,
        emergency_rank: emergencyRank,
      }
    }),
    authority: plan.relatedPersons.map(({ patient, relative, kind, scopes, since }) => ({
      id: seedId('authority', `${patient} ${relative}`),
      patient_id: seedId('patient', patient),
      related_person_id: seedId('related', `${patient} ${relative}`),
      kind,
      scopes: [...scopes],
      period_start: since,
    })),
    consent: consentRows(plan),
    coverage: plan.coverages.map((coverage) => ({
      id: seedId('coverage', `${coverage.patient} ${coverage.payer} ${coverage.order}`),
      patient_id: seedId('patient', coverage.patient),
      payer_id: seedId('payer', coverage.payer),
      plan_name: coverage.planName,
      plan_id: isPlan.has(`${coverage.payer} ${coverage.planName}`) ? planId(coverage.payer, coverage.planName) : null,
      member_id: coverage.memberId,
      group_number: coverage.groupNumber,
      relationship: coverage.relationship,
      subscriber_name: coverage.subscriberName,
      period_start: coverage.periodStart,
      period_end: coverage.periodEnd,
      coverage_order: coverage.order,
      copay_cents: coverage.copayCents,
      // A supplement to Medicare comes from no job: Medicare pays before it.
      employment: coverage.planName === 'Medicare Supplement' ? 'none' : null,
      checked_at: coverage.checkedAt,
      checked_by: coverage.checkedAt === null ? null : (plan.staff[0]?.name ?? null),
      checked_source: coverage.checkedSource,
    })),
    encounter: plan.encounters.map(({ patient, start, end, type, reason, place, practitioner }, index) => ({
      id: seedId('encounter', String(index)),
      patient_id: seedId('patient', patient),
      started_at: start,
      ended_at: end,
      type,
      reason,
      place,
      practitioner,
      status: 'finished',
    })),
  }
}

/** A cancelled visit keeps its people but none of their time. */
function allocationRows({ key, status, assignments }: PlannedVisit): SeedRows['allocation'][number][] {
  return assignments.map(({ role, resource, start, end, lane = 0 }) => ({
    id: seedId('allocation', `${key} ${role}`),
    resource_id: seedId('resource', resource),
    during: status === 'cancelled' ? 'empty' : `["${start}","${end}")`,
    role,
    appointment_id: seedId('visit', key),
    group_session_id: null,
    block_id: null,
    lane,
    reason: null,
  }))
}

function visitRows(plan: DemoPlan, now: string): Visits {
  const names = new Map(plan.staff.map(({ key, name }) => [key, name]))
  const sessions = plan.groupSessions
  return {
    group_session: sessions.map(({ key, visitType, site, start, end, seats }) => ({
      id: seedId('group-session', key),
      visit_type_id: seedId('visit-type', visitType),
      site_id: seedId('site', site),
      starts_at: start,
      ends_at: end,
      seats,
      closed: false,
      version: 1,
      created_at: now,
    })),
    appointment: plan.visits.map((visit) => ({
      id: seedId('visit', visit.key),
      patient_id: seedId('patient', visit.patient),
      visit_type_id: seedId('visit-type', visit.visitType),
      site_id: seedId('site', visit.site),
      starts_at: visit.start,
      ends_at: visit.end,
      status: visit.status,
      status_since: visit.steps.at(-1)?.at ?? now,
      room_id: visit.room === null ? null : seedId('resource', visit.room),
      note: visit.note,
      cancel_reason: visit.cancelReason,
      identity_confirmed: visit.identityConfirmed,
      version: visit.steps.length,
      booked_by: seedId('staff', visit.steps[0]?.by ?? ''),
      booked_at: visit.steps[0]?.at ?? now,
      ical_sequence: 0,
      walk_in: visit.walkIn ?? false,
      group_session_id: visit.seat ? seedId('group-session', visit.seat.session) : null,
      seat: visit.seat?.seat ?? null,
      rules: [],
      source: 'desk',
    })),
    allocation: [
      ...plan.visits.flatMap(allocationRows),
      ...sessions.flatMap(({ key, assignments }) =>
        assignments.map(({ role, resource, start, end }) => ({
          id: seedId('allocation', `${key} ${role}`),
          resource_id: seedId('resource', resource),
          during: `["${start}","${end}")`,
          role,
          appointment_id: null,
          group_session_id: seedId('group-session', key),
          block_id: null,
          lane: 0,
          reason: null,
        })),
      ),
      ...plan.blocks.map(({ resource, start, end, reason }) => ({
        id: seedId('block', `${resource} ${start}`),
        resource_id: seedId('resource', resource),
        during: `["${start}","${end}")`,
        role: null,
        appointment_id: null,
        group_session_id: null,
        block_id: seedId('block', `${resource} ${start}`),
        lane: 0,
        reason,
      })),
    ],
    appointment_status_history: plan.visits.flatMap(({ key, steps }) =>
      steps.map(({ from, to, at, by, room, reason }, index) => ({
        id: seedId('step', `${key} ${index}`),
        appointment_id: seedId('visit', key),
        from_status: from,
        to_status: to,
        room_id: room === null ? null : seedId('resource', room),
        at,
        by_staff: seedId('staff', by),
        by_name: names.get(by) ?? by,
        reason,
        undone: false,
      })),
    ),
    estimate: plan.estimates.map(({ visit, patient, visitType, site, serviceDate, language, causedOn, dueOn }) => ({
      id: seedId('estimate', visit),
      patient_id: seedId('patient', patient),
      appointment_id: seedId('visit', visit),
      kind: 'good-faith',
      state: 'wanted',
      service_date: serviceDate,
      language,
      cause: 'requested',
      caused_on: causedOn,
      due_on: dueOn,
      asked: {
        pays: 'self-pay',
        visitTypeId: seedId('visit-type', visitType),
        siteId: seedId('site', site),
        procedures: [],
        slidingStepId: null,
      },
    })),
    payment: plan.payments.map((payment, index) => ({
      id: seedId('payment', payment.visit),
      receipt_number: `R-${String(index + 1).padStart(6, '0')}`,
      patient_id: seedId('patient', payment.patient),
      appointment_id: seedId('visit', payment.visit),
      amount_cents: payment.amountCents,
      currency: 'USD',
      method: payment.method,
      tendered_cents: payment.tenderedCents,
      card_last4: payment.cardLast4,
      collected_by: seedId('staff', payment.by),
      collected_by_name: names.get(payment.by) ?? payment.by,
      collected_at: payment.at,
    })),
  }
}
