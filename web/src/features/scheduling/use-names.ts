import { dateAt, Temporal } from '@foyer/kernel'
import { useMemo } from 'react'
import { useDeskZone } from './use-desk-zone.ts'
import { type Practice, type Site, usePractice } from '../../app/site.ts'
import { formatDay, formatMinutes, formatTime, type SignalKind, zoneCity } from '../../ui/index.ts'
import { useWords } from './words.ts'

/** How this page calls things, in the language in force and in the zone of the site. */
export type Names = {
  readonly nameOf: (resourceId: string) => string
  readonly typeOf: (visitTypeId: string) => string
  readonly toneOf: (visitTypeId: string) => SignalKind
  readonly dateOf: (instant: string) => string
  readonly timeOf: (instant: string) => string
  /** "9:20–9:40"; with "Chicago · 7:20 Los Angeles" where whoever looks lives by another clock. */
  readonly timesOf: (start: string, end: string) => string
  /** "Tue 24 Nov, 9:20" */
  readonly whenOf: (instant: string) => string
  /** "Tue 24 Nov, 9:20–9:40"; with both dates where it lasts longer: "Mon 21 Dec, 9:30 – Fri 25 Dec, 24:00". */
  readonly spanOf: (start: string, end: string) => string
  /** IANA name of the zone that times are told in. */
  readonly zone: string
  /** The same by the clock of another site; these where there is none. */
  readonly at: (siteId: string | undefined) => Names
  /** "Tue 24 Nov, 9:20"; of another site with its clock and its name: "Tue 24 Nov, 9:20 New York · Riverside Dayton". */
  readonly whenAndWhere: (opening: { readonly start: string; readonly siteId?: string | undefined }) => string
}

export function useNames(site: Site): Names {
  const practice = usePractice()
  const deskZone = useDeskZone()
  const { locale } = useWords()
  return useMemo(() => namesOf(practice, site.timeZone, locale, deskZone), [practice, site.timeZone, locale, deskZone])
}

export function namesOf(practice: Practice, zone: string, locale: string, deskZone: string): Names {
  const resources = new Map(practice.resources.map((one) => [one.id, one.name]))
  const types = new Map(practice.visitTypes.map((one) => [one.id, one]))
  const dateOf = (instant: string) => dateAt(Temporal.Instant.from(instant), zone)
  const timeOf = remembered((instant) => formatTime(instant, zone))
  const timesOf = (start: string, end: string) => {
    const here = `${timeOf(start)}–${timeOf(end)}`
    const there = formatTime(start, deskZone)
    return there === timeOf(start) ? here : `${here} ${zoneCity(zone)} · ${there} ${zoneCity(deskZone)}`
  }
  const whenOf = (instant: string) => `${formatDay(dateOf(instant), locale)}, ${timeOf(instant)}`
  const spanOf = (start: string, end: string) => {
    const last = dateOf(Temporal.Instant.from(end).subtract({ milliseconds: 1 }).toString())
    const until = last === dateOf(end) ? timeOf(end) : formatMinutes(24 * 60)
    return dateOf(start) === last
      ? `${whenOf(start)}–${until}`
      : `${whenOf(start)} – ${formatDay(last, locale)}, ${until}`
  }
  const at = (siteId: string | undefined): Names => {
    const site = practice.sites.find(({ id }) => id === siteId)
    return site && site.timeZone !== zone ? namesOf(practice, site.timeZone, locale, deskZone) : names
  }
  const names: Names = {
    nameOf: (id) => resources.get(id) ?? '',
    typeOf: (id) => (locale === 'es' ? types.get(id)?.nameEs : types.get(id)?.name) ?? '',
    toneOf: (id) => types.get(id)?.tone ?? 'quiet',
    dateOf,
    timeOf,
    timesOf,
    whenOf,
    spanOf,
    zone,
    at,
    whenAndWhere: ({ start, siteId }) => {
      const site = practice.sites.find(({ id }) => id === siteId)
      if (!site) return whenOf(start)
      const when = at(site.id).whenOf(start)
      return `${site.timeZone === zone ? when : `${when} ${zoneCity(site.timeZone)}`} · ${site.name}`
    },
  }
  return names
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
