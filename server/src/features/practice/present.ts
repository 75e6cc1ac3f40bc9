import type { practice, Reply } from '@foyer/contract'
import type { Practice, PracticeResource, Site } from './practice.ts'
import type { StaffRow } from './staff/store.ts'
import type { VisitTypeFields } from './store.ts'

export function presentSite(site: Site): Reply<typeof practice.addSite> {
  const { id, name, timeZone, phone, address, active } = site
  return { id, name, timeZone, phone, address, active }
}

export function presentResource(resource: Omit<PracticeResource, 'exceptions'>): Reply<typeof practice.addResource> {
  const { id, kind, name, siteId, specialty, languages, active, hours } = resource
  return {
    id,
    kind,
    name,
    siteId,
    specialty,
    languages: [...languages],
    active,
    hours: hours.map(({ weekday, startMinute, endMinute }) => ({ weekday, startMinute, endMinute })),
  }
}

export function presentVisitType(visitType: VisitTypeFields): Reply<typeof practice.addVisitType> {
  const { id, name, nameEs, durationMinutes, bufferAfterMinutes, forNewPatients, telehealth } = visitType
  const { copayCents, tone, prep, prepEs, active, roles } = visitType
  return {
    id,
    name,
    nameEs,
    durationMinutes,
    bufferAfterMinutes,
    forNewPatients,
    telehealth,
    copayCents,
    tone,
    prep,
    prepEs,
    active,
    roles: roles.map(({ role, kind, candidates }) => ({ role, kind, candidates: [...candidates] })),
  }
}

export function presentPractice(name: string, mailServer: boolean, it: Practice): Reply<typeof practice.readPractice> {
  return {
    name,
    mailServer,
    sites: [...it.sites.values()].map(presentSite),
    resources: [...it.resources.values()].map(presentResource),
    visitTypes: [...it.visitTypes.values()].map(presentVisitType),
    payers: [...it.payers.values()].map(({ id, name: payer, payerId }) => ({ id, name: payer, payerId })),
  }
}

export function presentStaff(row: StaffRow): Reply<typeof practice.addStaff> {
  const { id, name, email, role, active, homeSiteId, hasTotp } = row
  return { id, name, email, role, active, homeSiteId, hasTotp }
}
