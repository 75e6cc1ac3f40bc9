import { useMemo } from 'react'
import type { Finder } from '../find/use-finder.ts'
import type { Offers } from '../grid/openings-on-grid.ts'

/** What the finder has to show in the grid, and whose columns that needs. */
export function useOffers(finder: Finder): { readonly offers: Offers; readonly taking: readonly string[] } {
  const { list } = finder.openings
  const { held } = finder.booking
  const lookedAt = finder.move.chosen ?? finder.preview
  const heldFor = finder.person?.name.preferred ?? finder.person?.name.given
  const offers = useMemo(
    () => ({ list, lookedAt, held, ...(heldFor ? { heldFor } : {}) }),
    [list, lookedAt, held, heldFor],
  )
  const key = [...(held?.hold.assignments ?? []), ...(lookedAt?.assignments ?? [])]
    .map((one) => one.resourceId)
    .join(' ')
  const taking = useMemo(() => key.split(' ').filter((id) => id !== ''), [key])
  return { offers, taking }
}
