import { type Interval, overlaps } from '@foyer/scheduling'

/** What is taken, by key of a resource or a patient. Nothing is taken twice. */
export type Book = {
  readonly isFree: (key: string, wanted: Interval) => boolean
  readonly taken: (key: string, around: Interval) => readonly Interval[]
  /** @throws RangeError when it is taken already. */
  readonly take: (key: string, wanted: Interval) => void
}

const dayMs = 86_400_000

/** Kept by day of UTC, so that a question looks at a day and not at months. */
export function openBook(): Book {
  const days = new Map<string, Interval[]>()
  function keysOf(key: string, { start, end }: Interval): string[] {
    const keys = []
    for (let day = Math.floor(start / dayMs); day <= Math.floor((end - 1) / dayMs); day++) keys.push(`${key} ${day}`)
    return keys
  }
  function taken(key: string, around: Interval): Interval[] {
    return keysOf(key, around).flatMap((day) => (days.get(day) ?? []).filter((one) => overlaps(one, around)))
  }
  function isFree(key: string, wanted: Interval): boolean {
    return taken(key, wanted).length === 0
  }
  return {
    isFree,
    taken,
    take: (key, wanted) => {
      if (!isFree(key, wanted)) throw new RangeError(`${key} is taken`)
      for (const day of keysOf(key, wanted)) days.set(day, [...(days.get(day) ?? []), wanted])
    },
  }
}
