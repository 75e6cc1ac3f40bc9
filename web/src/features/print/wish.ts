import { print } from '@foyer/contract'
import { Temporal } from '@foyer/kernel'
import { addressOf } from '../../app/client.ts'

export const kinds = ['practitioner', 'room', 'device', 'interpreter'] as const
export type Who = 'shown' | 'everybody' | (typeof kinds)[number] | 'one'

/** More are not named one by one. */
const mostIds = 200

/** What of the calendar to put on paper. */
export interface Wish {
  readonly period: 'day' | 'week'
  readonly layout: 'day' | 'week'
  readonly who: Who
  readonly oneId: string | null
  readonly withPatients: boolean
}

export interface Place {
  readonly siteId: string
  /** The day, or any day of the week. */
  readonly date: string
  /** The columns that are looked at. */
  readonly shownIds: readonly string[]
  /** Those of the site. */
  readonly resources: readonly { readonly id: string; readonly kind: (typeof kinds)[number]; readonly name: string }[]
}

export function firstWish({ shownIds }: Pick<Place, 'shownIds'>): Wish {
  return {
    period: 'day',
    layout: 'week',
    who: shownIds.length > 0 ? 'shown' : 'everybody',
    oneId: shownIds[0] ?? null,
    withPatients: false,
  }
}

/** Monday to Sunday around a date. */
function weekOf(date: string): { readonly from: string; readonly to: string } {
  const day = Temporal.PlainDate.from(date)
  const monday = day.subtract({ days: day.dayOfWeek - 1 })
  return { from: monday.toString(), to: monday.add({ days: 6 }).toString() }
}

function idsOf({ who, oneId }: Wish, { shownIds, resources }: Place): readonly string[] | null {
  if (who === 'everybody') return null
  if (who === 'shown') return shownIds
  if (who === 'one') return oneId === null ? [] : [oneId]
  return resources.filter(({ kind }) => kind === who).map(({ id }) => id)
}

/** As many pages as it can be at most: who has nothing on a day is left out of a print of everybody. */
export function mostPages(wish: Wish, place: Place): number {
  const count = (idsOf(wish, place) ?? place.resources).length
  return wish.period === 'week' && wish.layout === 'day' ? count * 7 : count
}

/** Where the PDF is; null while nobody is chosen. */
export function printAddress(wish: Wish, place: Place, language: 'en' | 'es'): string | null {
  const ids = idsOf(wish, place)
  if (ids?.length === 0) return null
  const isWeek = wish.period === 'week'
  return addressOf(print.printSchedule, {
    siteId: place.siteId,
    ...(isWeek ? weekOf(place.date) : { from: place.date, to: place.date }),
    layout: isWeek ? wish.layout : 'day',
    withPatients: wish.withPatients ? '1' : '0',
    language,
    ...(ids === null || ids.length > mostIds ? {} : { resourceIds: ids.join(',') }),
  })
}
