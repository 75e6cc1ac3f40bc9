import { measures, type Reply } from '@foyer/contract'
import { type CancellationReason, cancellationReasons, noticeKinds } from '@foyer/scheduling'
import { usePractice } from '../../app/site.ts'
import type { Locale } from '../../app/catalog.ts'
import { type Say, useWords } from './words.ts'

export type Measures = Reply<typeof measures.readMeasures>

/** Words for what is counted. */
export interface Names {
  readonly say: Say
  readonly locale: Locale
  visitType(id: string): string
  resource(id: string): string
  site(id: string): string
  zoneOf(siteId: string): string
  percent(part: number, whole: number): string
  /** Minutes as hours, one digit. */
  hours(minutes: number): string
  session(one: Measures['sessions'][number]): string
  bucket(one: Measures['daysToAppointment']['spread'][number]): string
  days(count: number): string
}

export function useNames(): Names {
  const { say, locale } = useWords()
  const { visitTypes, resources, sites } = usePractice()
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const visitType = (id: string): string => {
    const found = visitTypes.find((one) => one.id === id)
    return (locale === 'es' ? found?.nameEs : found?.name) ?? ''
  }
  return {
    say,
    locale,
    visitType,
    resource: (id) => resources.find((one) => one.id === id)?.name ?? '',
    site: (id) => sites.find((one) => one.id === id)?.name ?? '',
    zoneOf: (siteId) => sites.find(({ id }) => id === siteId)?.timeZone ?? 'UTC',
    percent: (part, whole) => (whole > 0 ? say('percent', { value: Math.round((100 * part) / whole) }) : '–'),
    hours: (minutes) => say('hours', { value: number.format(minutes / 60) }),
    session: ({ label, walkIn, visitTypeIds }) => {
      if (label !== null) return label
      if (walkIn) return say('use_walkIn')
      return visitTypeIds.length > 0 ? visitTypeIds.map(visitType).join(', ') : say('use_any')
    },
    bucket: ({ from, to }) => {
      if (to === null) return say('wait_more', { from })
      if (from === to) return say(from === 0 ? 'wait_same' : 'wait_next')
      return say('wait_range', { from, to })
    },
    days: (count) => (count === 0 ? say('today') : say('days', { count })),
  }
}

// Its keys are the codes, each once.
const reasons = Object.keys(cancellationReasons) as readonly CancellationReason[]

/** A reason that came from elsewhere is one that is not known here. */
export function reasonText(say: Say, reason: string): string {
  const known = reasons.find((one) => one === reason)
  return say(known === undefined ? 'reason_unknown' : `reason_${known}`)
}

export function noticeText(say: Say, notice: string): string {
  return say(`notice_${noticeKinds.find((one) => one === notice) ?? 'longer'}`)
}
