import type { DemoPlan } from '@foyer/demo'
import type { SeedRows } from '../features/import/index.ts'
import { consentTextRows } from './seed-consent-rows.ts'
import { directoryRows, type DirectoryRows } from './seed-directory-rows.ts'
import { seedId } from './seed-id.ts'

type Practice = Pick<
  SeedRows,
  | 'site'
  | 'staff'
  | 'resource'
  | 'resource_hours'
  | 'resource_exception'
  | 'visit_type'
  | 'holiday'
  | 'chain_type'
  | 'payer'
  | 'consent_text'
> &
  DirectoryRows

/** Everything of the set-up as rows. */
export function practiceRows(plan: DemoPlan, passwordHash: string): Practice {
  const opened = Math.min(...plan.patients.map(({ createdAt }) => Date.parse(createdAt)))
  return {
    site: plan.sites.map(({ key, name, timeZone, phone, address }) => {
      return { id: seedId('site', key), name, time_zone: timeZone, phone, address: { ...address }, active: true }
    }),
    staff: plan.staff.map(({ key, email, name, role, language, site }, index) => ({
      id: seedId('staff', key),
      email,
      name,
      role,
      language,
      home_site_id: seedId('site', site),
      password_hash: passwordHash,
      totp_confirmed: false,
      failed_count: 0,
      active: true,
      created_at: new Date(opened + index * 1000).toISOString(),
    })),
    resource: plan.resources.map((one) => ({
      id: seedId('resource', one.key),
      kind: one.kind,
      name: one.name,
      site_id: seedId('site', one.site),
      specialty: one.specialty,
      languages: [...one.languages],
      attributes: [...(one.attributes ?? [])],
      lanes: one.lanes ?? 1,
      active: true,
    })),
    resource_hours: plan.resources.flatMap(({ key, hours }) => hours.map((one) => hoursRow(key, one))),
    resource_exception: plan.exceptions.map(({ resource, date, startMinute, endMinute, kind, reason }) => ({
      id: seedId('exception', `${resource} ${date} ${startMinute}`),
      resource_id: seedId('resource', resource),
      date,
      start_minute: startMinute,
      end_minute: endMinute,
      kind,
      reason,
    })),
    visit_type: plan.visitTypes.map((type) => ({
      id: seedId('visit-type', type.key),
      name: type.name,
      name_es: type.nameEs,
      duration_minutes: type.durationMinutes,
      buffer_after_minutes: type.bufferAfterMinutes,
      for_new_patients: type.forNewPatients,
      telehealth: type.telehealth,
      copay_cents: type.copayCents,
      tone: type.tone,
      prep: type.prep,
      prep_es: type.prepEs,
      active: true,
      rules: rulesOf(type.rules),
      roles: type.roles.map(({ role, kind, candidates, requires, phase }) => ({
        role,
        kind,
        candidates: candidates.map((key) => seedId('resource', key)),
        ...(requires && { requires: [...requires] }),
        ...(phase !== undefined && { phase }),
      })),
    })),
    holiday: plan.holidays.map(({ date, name, site }) => ({
      id: seedId('holiday', `${date} ${site}`),
      date,
      name,
      site_id: site === null ? null : seedId('site', site),
    })),
    chain_type: plan.chainTypes.map(({ key, name, nameEs, legs }) => ({
      id: seedId('chain-type', key),
      name,
      name_es: nameEs,
      active: true,
      legs: legs.map(({ visitType, gap }) => ({ visitTypeId: seedId('visit-type', visitType), ...(gap && { gap }) })),
    })),
    payer: plan.payers.map(({ key, name, payerId, kind, phone }) => {
      return { id: seedId('payer', key), name, payer_id: payerId, kind, phone, active: true }
    }),
    consent_text: consentTextRows(plan, new Date(opened).toISOString()),
    ...directoryRows(plan, new Date(opened).toISOString()),
  }
}

type Planned = DemoPlan['resources'][number]['hours'][number]

/** Every row has the same columns. */
function hoursRow(resource: string, one: Planned): Practice['resource_hours'][number] {
  return {
    resource_id: seedId('resource', resource),
    weekday: one.weekday,
    start_minute: one.startMinute,
    end_minute: one.endMinute,
    kind: one.kind ?? 'open',
    label: one.label ?? null,
    every_weeks: one.everyWeeks ?? 1,
    anchor: one.anchor ?? null,
    visit_type_ids: one.visitTypeIds?.map((key) => seedId('visit-type', key)) ?? null,
    release_minutes: one.releaseMinutes ?? null,
    capacity: one.capacity ?? null,
    lanes: one.lanes ?? null,
    overbook: one.overbook ?? 0,
    grid_minutes: one.gridMinutes ?? null,
    walk_in: one.walkIn ?? false,
  }
}

type Rules = Practice['visit_type'][number]['rules']

function rulesOf(rules: DemoPlan['visitTypes'][number]['rules'] = {}): Rules {
  const gap = rules.patient?.gap
  const named = gap && {
    ...gap,
    afterVisitTypeIds: gap.afterVisitTypeIds.map((key) => seedId('visit-type', key)),
  }
  // Plain data; only the types of columns know no readonly lists.
  return { ...rules, ...(named && { patient: { ...rules.patient, gap: named } }) } as Rules
}
