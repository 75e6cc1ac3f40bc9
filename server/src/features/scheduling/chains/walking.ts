import type { ChainRequest } from '@foyer/scheduling'
import type { Practice } from '../../practice/index.ts'

/** What a resource has may say where it stands: `area-east`, `area-2nd-floor`. */
const areaMark = 'area-'
/** From one area of a site to another, with a coat and a cane. */
const wayMinutes = 5

/** How far it is from one leg of a chain to the next: nothing within an area, or where nobody said where something stands. */
export function walkingOf(practice: Practice): NonNullable<ChainRequest['walking']> {
  return {
    placeOf: (resourceId) =>
      practice.resources.get(resourceId)?.attributes.find((attribute) => attribute.startsWith(areaMark)) ?? '',
    minutes: (from, to) => (from === '' || to === '' || from === to ? 0 : wayMinutes),
  }
}
