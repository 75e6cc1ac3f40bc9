import { languageName } from '@foyer/patients'
import { formatDuration, formatTime } from '../../ui/index.ts'
import { formatShortCents, formatShortDate, type ReadinessItem, visitName, visitTypeName } from '../arrival/index.ts'
import { clinicianOf, type NowItem } from './now-list.ts'
import type { Words } from './use-words.ts'

export interface NowPlace {
  /** Civil date of the board. */
  readonly date: string
  readonly timeZone: string
}

function openText(item: ReadinessItem, words: Words): string {
  const { say, locale } = words
  const text =
    item.code === 'copay'
      ? say('open_copay', { amount: formatShortCents(item.amountCents ?? 0, locale) })
      : say(`open_${item.code}`)
  return marked(text, item, words)
}

/** An amount or a state that a made-up payer says is marked wherever it stands. */
function marked(text: string, item: ReadinessItem | null, { say }: Words): string {
  return item?.isMadeUp ? `${text} (${say('madeUp')})` : text
}

export function nowTitle(now: NowItem, words: Words): string {
  const { say, locale } = words
  const name = visitName(now.visit)
  const length = formatDuration(now.minutes, locale)
  switch (now.reason) {
    case 'not-here':
      return say('title_notHere', { name })
    case 'waits':
      return say('title_waits', { name, length })
    case 'waits-in-room':
      return now.visit.room
        ? say('title_waitsInRoom', { name, length, room: now.visit.room.name })
        : say('title_waitsInNoRoom', { name, length })
    case 'coverage-ended':
      return marked(say('title_coverageEnded', { name }), now.item, words)
    case 'interpreter-none':
      return say('title_interpreterNone', { name })
    case 'copay':
      return marked(
        say('title_copay', { name, amount: formatShortCents(now.item?.amountCents ?? 0, locale) }),
        now.item,
        words,
      )
    case 'prepare':
    case 'missing-here':
      return say('title_prepare', { name, what: now.item ? openText(now.item, words) : '' })
  }
}

/** Why it stands in the list and what to do: one or two sentences. */
export function nowWhy(now: NowItem, place: NowPlace, words: Words): string {
  const { say } = words
  const also = now.also.map((item) => openText(item, words))
  const reason = reasonText(now, place, words)
  return also.length === 0 ? reason : `${reason} ${say('also', { items: also.join(', ') })}`
}

function reasonText(now: NowItem, place: NowPlace, words: Words): string {
  const { say, locale } = words
  const { visit } = now
  const time = formatTime(visit.since, place.timeZone)
  const planned = visitText(now, place, words, true)
  const kind = visitText(now, place, words, false)
  switch (now.reason) {
    case 'not-here':
      return say('why_notHere', { visit: planned })
    case 'waits':
      return now.freeRoom === null
        ? say('why_waits', { time, visit: kind })
        : say('why_waitsRoom', { time, visit: kind, room: now.freeRoom })
    case 'waits-in-room':
      return say('why_waitsInRoom', { visit: planned })
    case 'coverage-ended':
      return coverageText(now, place, words, planned)
    case 'interpreter-none':
      return say('why_interpreterNone', { visit: planned, language: languageName(visit.patient.language, locale) })
    case 'copay':
      return say('why_copay', { time, visit: kind })
    case 'prepare':
      return say('why_prepare', { visit: planned })
    case 'missing-here':
      return say('why_missingHere', { time, visit: kind })
  }
}

function coverageText(now: NowItem, { date }: NowPlace, { say, locale }: Words, visit: string): string {
  const what = now.item?.what ?? ''
  if (now.item?.by === 'payer') return say('why_coverageSaidNo', { visit, what })
  const ended = now.item?.on ?? null
  return ended !== null && ended < date
    ? say('why_coverageEnded', { visit, what, day: formatShortDate(ended, date, locale) })
    : say('why_coverageOutside', { visit, what })
}

function visitText(now: NowItem, place: NowPlace, { say, locale }: Words, withTime: boolean): string {
  const visitType = visitTypeName(now.visit, locale)
  const clinician = clinicianOf(now.visit)
  const time = formatTime(now.visit.start, place.timeZone)
  if (!withTime) return clinician ? say('visitWith', { visitType, clinician }) : visitType
  return clinician ? say('visitAtWith', { visitType, time, clinician }) : say('visitAt', { visitType, time })
}
