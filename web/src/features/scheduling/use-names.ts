import { dateAt, Temporal } from '@foyer/kernel'
import { useMemo } from 'react'
import { useDeskZone } from './use-desk-zone.ts'
import { type Practice, type Site, usePractice, useSite } from '../../app/site.ts'
import { formatDay, formatMinutes, formatTime, type SignalKind, zoneCity } from '../../ui/index.ts'
import { useWords } from './words.ts'

/** How this page calls things, in the language in force and by the clock of the site. */
export type Names = {
  readonly nameOf: (resourceId: string) => string
  readonly typeOf: (visitTypeId: string) => string
  readonly toneOf: (visitTypeId: string) => SignalKind
  readonly dateOf: (instant: string) => string
  /** "9:20", by the clock of the site alone: for a second time beside one that names both clocks. */
  readonly timeOf: (instant: string) => string
  /** "9:20"; where whoever reads lives by another clock "9:20 New York · 8:20 Chicago", as in all of these. */
  readonly clockOf: (instant: string) => string
  /** "9:20–9:40" */
  readonly timesOf: (start: string, end: string) => string
  /** "Tue 24 Nov, 9:20" */
  readonly whenOf: (instant: string) => string
  /** "Tue 24 Nov, 9:20–9:40"; with both dates where it lasts longer: "Mon 21 Dec, 9:30 – Fri 25 Dec, 24:00". */
  readonly spanOf: (start: string, end: string) => string
  /** Whether two clocks are told of an instant. */
  readonly isTwofold: (instant: string) => boolean
  /** IANA name of the zone that times are told in. */
  readonly zone: string
  /** The same by the clock of another site; these where there is none. */
  readonly at: (siteId: string | undefined) => Names
  /** The same by the clock of the site of a resource. */
  readonly of: (resourceId: string | undefined) => Names
  /** "Tue 24 Nov, 9:20"; of a site that is named with its name: "Tue 24 Nov, 9:20 · Riverside Dayton". */
  readonly whenAndWhere: (opening: { readonly start: string; readonly siteId?: string | undefined }) => string
}

export function useNames(site: Site): Names {
  const practice = usePractice()
  const chosenZone = useSite().timeZone
  const deskZone = useDeskZone()
  const { locale } = useWords()
  return useMemo(
    () => namesOf(practice, site.timeZone, locale, [chosenZone, deskZone]),
    [practice, site.timeZone, locale, chosenZone, deskZone],
  )
}

/** @param readers IANA zones by whose clocks whoever reads may live, beside that of the page. */
export function namesOf(practice: Practice, pageZone: string, locale: string, readers: readonly string[]): Names {
  const resources = new Map(practice.resources.map((one) => [one.id, one]))
  const types = new Map(practice.visitTypes.map((one) => [one.id, one]))
  const sites = new Map(practice.sites.map((one) => [one.id, one]))
  const clocks = new Map([pageZone, ...readers].map((zone) => [zone, clockIn(zone)]))
  const made = new Map<string, Names>()
  const inZone = (zone: string): Names => {
    const known = made.get(zone)
    if (known) return known
    const names = make(zone)
    made.set(zone, names)
    return names
  }
  const at = (siteId: string | undefined) => inZone(sites.get(siteId ?? '')?.timeZone ?? pageZone)

  const make = (zone: string): Names => {
    const own = clocks.get(zone) ?? clockIn(zone)
    const others = [...clocks.values()].filter((clock) => clock !== own)
    const { dateOf, timeOf } = own
    const day = (date: string) => formatDay(date, locale)
    const elsewhere = (instant: string): readonly string[] => {
      const walls = new Set([own.wallOf(instant)])
      return others.flatMap((other) => {
        const wall = other.wallOf(instant)
        if (walls.has(wall)) return []
        walls.add(wall)
        const date = other.dateOf(instant)
        const on = date === dateOf(instant) ? '' : `${day(date)}, `
        return [`${on}${other.timeOf(instant)} ${zoneCity(other.zone)}`]
      })
    }
    const told = (instant: string, here: string) => {
      const there = elsewhere(instant)
      return there.length === 0 ? here : [`${here} ${zoneCity(zone)}`, ...there].join(' · ')
    }
    const timesOf = (start: string, end: string) => told(start, `${timeOf(start)}–${timeOf(end)}`)
    const whenOf = (instant: string) => told(instant, `${day(dateOf(instant))}, ${timeOf(instant)}`)
    const spanOf = (start: string, end: string) => {
      const last = dateOf(Temporal.Instant.from(end).subtract({ milliseconds: 1 }).toString())
      const until = last === dateOf(end) ? timeOf(end) : formatMinutes(24 * 60)
      const from = `${day(dateOf(start))}, ${timeOf(start)}`
      return told(start, dateOf(start) === last ? `${from}–${until}` : `${from} – ${day(last)}, ${until}`)
    }
    return {
      nameOf: (id) => resources.get(id)?.name ?? '',
      typeOf: (id) => (locale === 'es' ? types.get(id)?.nameEs : types.get(id)?.name) ?? '',
      toneOf: (id) => types.get(id)?.tone ?? 'quiet',
      dateOf,
      timeOf,
      clockOf: (instant) => told(instant, timeOf(instant)),
      timesOf,
      whenOf,
      spanOf,
      isTwofold: (instant) => elsewhere(instant).length > 0,
      zone,
      at,
      of: (resourceId) => at(resources.get(resourceId ?? '')?.siteId),
      whenAndWhere: ({ start, siteId }) => {
        const site = sites.get(siteId ?? '')
        return site ? `${at(site.id).whenOf(start)} · ${site.name}` : whenOf(start)
      },
    }
  }
  return inZone(pageZone)
}

type Clock = {
  readonly zone: string
  readonly dateOf: (instant: string) => string
  readonly timeOf: (instant: string) => string
  /** Date and time in one, to compare clocks. */
  readonly wallOf: (instant: string) => string
}

function clockIn(zone: string): Clock {
  const dateOf = remembered((instant) => dateAt(Temporal.Instant.from(instant), zone))
  const timeOf = remembered((instant) => formatTime(instant, zone))
  return { zone, dateOf, timeOf, wallOf: (instant) => `${dateOf(instant)} ${timeOf(instant)}` }
}

/** A grid asks for the same few hundred times again and again while it scrolls. */
function remembered(format: (instant: string) => string): (instant: string) => string {
  const known = new Map<string, string>()
  return (instant) => {
    const before = known.get(instant)
    if (before !== undefined) return before
    const text = format(instant)
    if (known.size > 5000) known.clear()
    known.set(instant, text)
    return text
  }
}
