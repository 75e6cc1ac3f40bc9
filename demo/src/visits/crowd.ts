import type { Interval } from '@foyer/scheduling'
import { ageAt } from '@foyer/patients'
import type { DemoPerson, DemoSite } from '../people/index.ts'
import { interpreters } from '../practice/resources.ts'
import type { Random } from '../random.ts'
import type { Book } from './book.ts'
import { dayMs } from './slot.ts'

/** The patients who are not of the cast, as those who come to visits. */
export type Crowd = {
  /** Somebody whom this visit suits and who is free around it; undefined when nobody was found. */
  readonly pick: (visitType: string, site: DemoSite, visit: Interval) => DemoPerson | undefined
}

/** In ten weeks; therapy comes in series. */
const mostVisits = 9
const tries = 60
const interpreted: ReadonlySet<string> = new Set(interpreters.flatMap((one) => one.languages))

export function openCrowd(
  random: Random,
  book: Book,
  people: readonly DemoPerson[],
  known: ReadonlySet<string>,
  today: string,
): Crowd {
  const seen = new Set(known)
  const counts = new Map<string, number>()
  const pools = new Map<string, DemoPerson[]>()
  for (const person of people) {
    const isChild = (ageAt(person.birthDate, today)?.years ?? 99) < 18
    const name = isChild ? 'children' : person.interpreterNeeded ? 'interpreted' : 'adults'
    const pool = `${person.site} ${name}`
    pools.set(pool, [...(pools.get(pool) ?? []), person])
  }

  function poolOf(visitType: string, site: DemoSite): readonly DemoPerson[] {
    const isForChildren = visitType.endsWith('-child')
    const isInterpreted = visitType.endsWith('-interpreter') || (!isForChildren && random.chance(0.02))
    return pools.get(`${site} ${isForChildren ? 'children' : isInterpreted ? 'interpreted' : 'adults'}`) ?? []
  }

  return {
    pick: (visitType, site, { start, end }) => {
      const pool = poolOf(visitType, site)
      const isFirst = visitType.startsWith('new-patient')
      for (let turn = 0; turn < tries && pool.length > 0; turn++) {
        const person = random.pick(pool)
        const { key } = person
        if (isFirst && seen.has(key)) continue
        if (visitType.endsWith('-interpreter') && !interpreted.has(person.language)) continue
        if ((counts.get(key) ?? 0) >= mostVisits) continue
        // Not twice within a day and a half.
        if (!book.isFree(key, { start: start - 1.5 * dayMs, end: end + 1.5 * dayMs })) continue
        counts.set(key, (counts.get(key) ?? 0) + 1)
        seen.add(key)
        return person
      }
      return undefined
    },
  }
}
