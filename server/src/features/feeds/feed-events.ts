import { displayName } from '@foyer/patients'
import type { CalendarEvent } from '@foyer/scheduling'
import type { Practice, PracticeResource } from '../practice/index.ts'
import type { Pause } from './breaks.ts'
import { type FeedLanguage, feedWords } from './feed-words.ts'
import type { OtherRow, VisitRow } from './store.ts'

export interface FeedFacts {
  readonly practice: Practice
  readonly resource: PracticeResource
  readonly withPatients: boolean
  readonly language: FeedLanguage
  /** When the feed was made: what has no time of its own is as old as that. */
  readonly createdAt: string
}

/** Who or what else takes part in a visit. */
export interface Companion {
  readonly appointment_id: string | null
  readonly kind: string
  readonly name: string
}

/**
 * An entry names the kind of visit or the person, never both: calendars are shown to others, and together the two would
 * say something about somebody's health (45 CFR 164.502(b), the minimum necessary). Reasons and notes are never in it.
 */
export function visitEvents(
  rows: readonly VisitRow[],
  company: readonly Companion[],
  facts: FeedFacts,
): CalendarEvent[] {
  const byVisit = Map.groupBy(company, ({ appointment_id }) => appointment_id)
  const parts = new Map<string, number>()
  return rows.map((row) => {
    const part = (parts.get(row.id) ?? 0) + 1
    parts.set(row.id, part)
    return visitEvent(row, part, byVisit.get(row.id) ?? [], facts)
  })
}

function visitEvent(row: VisitRow, part: number, company: readonly Companion[], facts: FeedFacts): CalendarEvent {
  const { practice, resource } = facts
  const site = practice.sites.get(row.site_id)
  const start = Date.parse(row.starts_at)
  const end = Date.parse(row.ends_at)
  const isOff = row.from === null || row.until === null
  // Time kept before and after a visit is not the visit.
  const from = row.from === null ? start : Math.max(start, Date.parse(row.from))
  const until = row.until === null ? end : Math.min(end, Date.parse(row.until))
  const isPlace = resource.kind === 'room' || resource.kind === 'device'
  const others = company.filter(({ kind }) => kind === (isPlace ? 'practitioner' : 'room')).map(({ name }) => name)
  // Nobody knows who reads a calendar: of a restricted record it never has the name.
  const isNamed = facts.withPatients && row.restriction === null
  const what = isNamed ? nameOf(row) : typeName(practice, row.visit_type_id, facts.language)
  return {
    // A resource that has two parts in a visit (before and after) has an entry for each.
    uid: part === 1 ? row.id : `${row.id}-${part}`,
    sequence: row.ical_sequence,
    stamp: Date.parse(row.changed_at),
    changedAt: Date.parse(row.changed_at),
    start: from < until ? from : start,
    end: from < until ? until : end,
    zone: site?.timeZone ?? 'UTC',
    summary: isPlace && others.length > 0 ? `${what} · ${others.join(', ')}` : what,
    place: [...(isPlace ? [resource.name] : others), site?.name ?? ''].filter((text) => text !== '').join(', '),
    status: isOff ? 'CANCELLED' : row.approval === 'pending' ? 'TENTATIVE' : 'CONFIRMED',
    isBusy: !isOff,
  }
}

export function otherEvents(rows: readonly OtherRow[], facts: FeedFacts): CalendarEvent[] {
  const { practice, resource, language } = facts
  const words = feedWords(language)
  return rows.map((row) => {
    const site = practice.sites.get(row.site_id ?? resource.siteId)
    const summary =
      row.visit_type_id === null
        ? words.block
        : words.group(typeName(practice, row.visit_type_id, language), row.taken, row.seats ?? 0)
    return {
      uid: row.id,
      sequence: Math.max(0, (row.version ?? 1) - 1),
      stamp: Date.parse(row.created_at ?? facts.createdAt),
      start: Date.parse(row.from),
      end: Date.parse(row.until),
      zone: site?.timeZone ?? 'UTC',
      summary,
      status: 'CONFIRMED',
      isBusy: true,
    }
  })
}

export function pauseEvents(pauses: readonly Pause[], facts: FeedFacts): CalendarEvent[] {
  const { practice, resource, language } = facts
  const zone = practice.sites.get(resource.siteId)?.timeZone ?? 'UTC'
  return pauses.map(({ date, startMinute, label, start, end }) => ({
    uid: `${resource.id}-${date}-${startMinute}`,
    sequence: 0,
    stamp: Date.parse(facts.createdAt),
    start,
    end,
    zone,
    summary: label ?? feedWords(language).pause,
    status: 'CONFIRMED',
    isBusy: true,
  }))
}

function nameOf({ given, family, preferred, suffix }: VisitRow): string {
  return displayName({ given, family, preferred: preferred ?? undefined, suffix: suffix ?? undefined })
}

function typeName(practice: Practice, visitTypeId: string, language: FeedLanguage): string {
  const visitType = practice.visitTypes.get(visitTypeId)
  return (language === 'es' ? visitType?.nameEs : visitType?.name) ?? ''
}
