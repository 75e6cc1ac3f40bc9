import { dateAt, Temporal } from '@foyer/kernel'
import { useMemo } from 'react'
import { type Practice, type Site, usePractice } from '../../app/site.ts'
import { formatDay, formatTime, type SignalKind } from '../../ui/index.ts'
import { useWords } from './words.ts'

/** How this page calls things, in the language in force and in the zone of the site. */
export type Names = {
  readonly nameOf: (resourceId: string) => string
  readonly typeOf: (visitTypeId: string) => string
  readonly toneOf: (visitTypeId: string) => SignalKind
  readonly dateOf: (instant: string) => string
  readonly timeOf: (instant: string) => string
  /** "Tue 24 Nov, 9:20" */
  readonly whenOf: (instant: string) => string
}

export function useNames(site: Site): Names {
  const practice = usePractice()
  const { locale } = useWords()
  return useMemo(() => namesOf(practice, site.timeZone, locale), [practice, site.timeZone, locale])
}

function namesOf(practice: Practice, zone: string, locale: string): Names {
  const resources = new Map(practice.resources.map((one) => [one.id, one.name]))
  const types = new Map(practice.visitTypes.map((one) => [one.id, one]))
  const dateOf = (instant: string) => dateAt(Temporal.Instant.from(instant), zone)
  const timeOf = (instant: string) => formatTime(instant, zone)
  return {
    nameOf: (id) => resources.get(id) ?? '',
    typeOf: (id) => (locale === 'es' ? types.get(id)?.nameEs : types.get(id)?.name) ?? '',
    toneOf: (id) => types.get(id)?.tone ?? 'quiet',
    dateOf,
    timeOf,
    whenOf: (instant) => `${formatDay(dateOf(instant), locale)}, ${timeOf(instant)}`,
  }
}
