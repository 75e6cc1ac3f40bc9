import { type Option, zoneCity } from '../../../ui/index.ts'

/** The zones this browser knows, by city; one that is in force already is offered even where the browser has no name for it. */
export function zoneOptions(current: string | null): readonly Option[] {
  const known = Intl.supportedValuesOf('timeZone')
  const zones = current === null || known.includes(current) ? known : [current, ...known]
  return zones.map((id) => ({ id, label: zoneCity(id), detail: id }))
}
