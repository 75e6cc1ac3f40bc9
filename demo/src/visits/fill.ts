import type { Interval } from '@foyer/scheduling'
import type { DemoSite } from '../people/index.ts'
import { interpreters } from '../practice/resources.ts'
import { mixOf, ruleOf } from '../practice/visit-types.ts'
import type { Random } from '../random.ts'
import type { Book } from './book.ts'
import type { Crowd } from './crowd.ts'
import { minuteMs, type Slot, spanOf, takeSlot } from './slot.ts'

/** Free time; kept for some kinds of visits where `only` says so. */
export type Free = Interval & { readonly only?: readonly string[] }

export type Filler = {
  /** Books `share` (0 to 1) of the time; what one stretch has too much or too little the next makes up for. */
  readonly fill: (free: readonly Free[], share: number) => Slot[]
}

const grid = 10
/** Forty minutes, in steps of the grid. */
const longVisit = 4

/** Visits are drawn until the share is reached, then set out in order with gaps between them. */
export function openFiller(
  { random, book, crowd }: { random: Random; book: Book; crowd: Crowd },
  resource: string,
  site: DemoSite,
): Filler {
  const wholeMix = mixOf[resource] ?? []
  let debt = 0

  function draw(mix: typeof wholeMix, minutes: number, target: number): string[] {
    const types: string[] = []
    let sum = 0
    for (let turn = 0; turn < 40 && mix.length > 0; turn++) {
      const type = random.weighted(mix)
      const span = spanOf(type)
      if (sum + span / 2 > target) break
      if (sum + span > minutes) continue
      types.push(type)
      sum += span
    }
    return types
  }

  function place(visitType: string, start: number): Slot | undefined {
    const visit = { start, end: start + ruleOf(visitType).durationMinutes * minuteMs }
    const person = crowd.pick(visitType, site, visit)
    if (!person) return undefined
    const speaker = interpreters.find((one) => one.languages.includes(person.language))
    const resources = visitType.endsWith('-interpreter') && speaker ? [resource, speaker.key] : [resource]
    return takeSlot(book, { visitType, site, start, resources }, person.key)
  }

  return {
    fill: (free, share) =>
      free.flatMap((stretch) => {
        const minutes = Math.floor((stretch.end - stretch.start) / minuteMs)
        const target = Math.min(minutes, Math.max(0, minutes * share + debt))
        const { only } = stretch
        const mix = only ? wholeMix.filter(([type]) => only.includes(type)) : wholeMix
        const types = draw(mix, minutes, target)
        const used = types.reduce((sum, type) => sum + spanOf(type), 0)
        const gaps = types.map(() => 0)
        for (let slack = Math.floor((minutes - used) / grid); slack > 0; ) {
          // Some free time lies together, as it does where a long visit was cancelled: there is room for a new patient.
          const length = slack >= longVisit && random.between(0, 2) > 0 ? longVisit : 1
          const at = random.between(0, types.length)
          // The last gap is what is left at the end.
          if (at < types.length) gaps[at] = (gaps[at] ?? 0) + length * grid
          slack -= length
        }
        const slots: Slot[] = []
        let at = stretch.start
        let booked = 0
        for (const [index, type] of types.entries()) {
          at += (gaps[index] ?? 0) * minuteMs
          // Where nobody suits, a plainer visit that is no longer takes the place.
          const plainer = mix.find(([other]) => !other.includes('new-') && spanOf(other) <= spanOf(type))?.[0] ?? type
          const slot = place(type, at) ?? place(plainer, at)
          if (slot) {
            slots.push(slot)
            booked += spanOf(slot.visitType)
          }
          at += spanOf(type) * minuteMs
        }
        debt += minutes * share - booked
        return slots
      }),
  }
}
