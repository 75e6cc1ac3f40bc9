import { visitTypeRule } from '@foyer/scheduling'
import type { Db } from '../../platform/database/organization-db.ts'
import { selectRegistrationRules } from '../patients/index.ts'
import type { Practice, PracticeResource } from './practice.ts'
import { selectChainTypes } from './chain-types/store.ts'
import { selectHolidays } from './holidays/store.ts'
import { type Of, selectExceptions, selectHours } from './hours/store.ts'
import { selectPayers } from './payers/store.ts'
import { selectResources, selectSites, selectVisitTypes } from './store.ts'

function byResource<T>(rows: readonly Of<T>[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const { resourceId, value } of rows) {
    const group = groups.get(resourceId)
    if (group) group.push(value)
    else groups.set(resourceId, [value])
  }
  return groups
}

function byId<T extends { readonly id: string }>(rows: readonly T[]): ReadonlyMap<string, T> {
  return new Map(rows.map((row) => [row.id, row]))
}

export async function loadPractice(db: Db): Promise<Practice> {
  const [sites, resources, hourRows, exceptionRows, visitTypes, payers, holidays, chainTypes, registrationRules] =
    await Promise.all([
      selectSites(db),
      selectResources(db),
      selectHours(db),
      selectExceptions(db),
      selectVisitTypes(db),
      selectPayers(db),
      selectHolidays(db),
      selectChainTypes(db),
      selectRegistrationRules(db),
    ])
  const hours = byResource(hourRows)
  const exceptions = byResource(exceptionRows)
  const known = byId(
    resources.map(
      (resource): PracticeResource => ({
        ...resource,
        hours: hours.get(resource.id) ?? [],
        exceptions: exceptions.get(resource.id) ?? [],
      }),
    ),
  )
  return {
    sites: byId(sites),
    resources: known,
    visitTypes: byId(visitTypes.map((visitType) => ({ ...visitType, rule: visitTypeRule(visitType, known) }))),
    payers: byId(payers),
    holidays,
    chainTypes: byId(chainTypes),
    registrationRules,
  }
}
