import type { practice, Reply } from '@foyer/contract'
import type { WeeklyHours } from '@foyer/scheduling'
import type { ChainType, Practice, PracticeResource, Site, VisitTypeRules } from './practice.ts'
import type { StaffRow } from './staff/store.ts'
import type { VisitTypeFields } from './store.ts'

export function presentSite(site: Site): Reply<typeof practice.addSite> {
  const { id, name, timeZone, phone, address, active } = site
  return { id, name, timeZone, phone, address, active }
}

export function presentResource(resource: Omit<PracticeResource, 'exceptions'>): Reply<typeof practice.addResource> {
  const { id, kind, name, siteId, specialty, languages, active, attributes, lanes, hours } = resource
  const { newPatientsPerDay = null } = resource
  return {
    id,
    kind,
    name,
    siteId,
    specialty,
    languages: [...languages],
    active,
    attributes: [...attributes],
    lanes,
    newPatientsPerDay,
    hours: hours.map(presentHours),
  }
}

export function presentHours({
  visitTypeIds,
  ...hours
}: WeeklyHours): Reply<typeof practice.addResource>['hours'][number] {
  return { ...hours, ...(visitTypeIds && { visitTypeIds: [...visitTypeIds] }) }
}

function presentRules(rules: VisitTypeRules): Reply<typeof practice.addVisitType>['rules'] {
  // A document of the same shape: written by saveVisitType only, from what the contract let in.
  return structuredClone(rules) as Reply<typeof practice.addVisitType>['rules']
}

function presentRoles(roles: VisitTypeFields['roles']): Reply<typeof practice.addVisitType>['roles'] {
  return roles.map(({ role, kind, candidates, requires, phase }) => ({
    role,
    kind,
    candidates: [...candidates],
    ...(requires && { requires: [...requires] }),
    ...(phase !== undefined && { phase }),
  }))
}

export function presentVisitType(visitType: VisitTypeFields): Reply<typeof practice.addVisitType> {
  const { id, name, nameEs, durationMinutes, bufferAfterMinutes, forNewPatients, telehealth } = visitType
  const { copayCents, tone, prep, prepEs, active, rules, roles } = visitType
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
    rules: presentRules(rules),
    roles: presentRoles(roles),
  }
}

export function presentChainType({ id, name, nameEs, active, legs }: ChainType): Reply<typeof practice.addChainType> {
  return { id, name, nameEs, active, legs: legs.map((leg) => ({ ...leg })) }
}

export function presentPractice(name: string, mailServer: boolean, it: Practice): Reply<typeof practice.readPractice> {
  return {
    name,
    mailServer,
    sites: [...it.sites.values()].map(presentSite),
    resources: [...it.resources.values()].map(presentResource),
    visitTypes: [...it.visitTypes.values()].map(presentVisitType),
    holidays: it.holidays.map(({ id, date, name: day, siteId }) => ({ id, date, name: day, siteId })),
    chainTypes: [...it.chainTypes.values()].map(presentChainType),
    payers: [...it.payers.values()].map(({ id, name: payer, payerId }) => ({ id, name: payer, payerId })),
  }
}

export function presentStaff(row: StaffRow): Reply<typeof practice.addStaff> {
  const { id, name, email, role, active, homeSiteId, hasTotp } = row
  return { id, name, email, role, active, homeSiteId, hasTotp }
}
