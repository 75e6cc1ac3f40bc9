import type { HoursException, WeeklyHours } from '@foyer/scheduling'
import type { Db } from '../../platform/database/organization-db.ts'
import { type PracticeResource, type Practice, ruleOf } from './practice.ts'
import { selectExceptions, selectHours, selectPayers, selectResources, selectSites, selectVisitTypes } from './store.ts'

function grouped<T, V>(
  rows: readonly T[],
  keyOf: (row: T) => string,
  valueOf: (row: T) => V,
): ReadonlyMap<string, V[]> {
  const groups = new Map<string, V[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group) group.push(valueOf(row))
    else groups.set(key, [valueOf(row)])
  }
  return groups
}

function byId<T extends { readonly id: string }>(rows: readonly T[]): ReadonlyMap<string, T> {
  return new Map(rows.map((row) => [row.id, row]))
}

export async function loadPractice(db: Db): Promise<Practice> {
  const [sites, resources, hourRows, exceptionRows, visitTypes, payers] = await Promise.all([
    selectSites(db),
    selectResources(db),
    selectHours(db),
    selectExceptions(db),
    selectVisitTypes(db),
    selectPayers(db),
  ])
  const hours = grouped(
    hourRows,
    (row) => row.resourceId,
    ({ resourceId: _, ...rest }): WeeklyHours => rest,
  )
  const exceptions = grouped(
    exceptionRows,
    (row) => row.resourceId,
    ({ resourceId: _, ...rest }): HoursException => rest,
  )
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
    visitTypes: byId(visitTypes.map((visitType) => ({ ...visitType, rule: ruleOf(visitType, known) }))),
    payers: byId(payers),
  }
}
