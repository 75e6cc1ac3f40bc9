import { dateAt, Temporal } from '@foyer/kernel'
import { formatDay, formatDuration, formatTime, type SignalKind } from '../../ui/index.ts'
import type { GivenGroup, RepairItem, RepairLine } from './shapes.ts'
import type { Words } from './use-words.ts'

export function dateOf(instant: string, timeZone: string): string {
  return dateAt(Temporal.Instant.from(instant), timeZone)
}

/** Whoever and whatever is missing, by name. */
export function missingText({ resources }: Pick<RepairLine, 'resources'>): string {
  return resources.map(({ name }) => name).join(', ')
}

/** "Tue 8 Dec, 10:40". */
export function whenText(instant: string, timeZone: string, locale: string): string {
  return `${formatDay(dateOf(instant, timeZone), locale)}, ${formatTime(instant, timeZone, locale)}`
}

/** The missing time: whole days as dates, else with its clock times. */
export function spanText(from: string, until: string, timeZone: string, locale: string): string {
  const first = dateOf(from, timeZone)
  const ends = Temporal.Instant.from(until).toZonedDateTimeISO(timeZone)
  const isMidnight = ends.hour === 0 && ends.minute === 0
  const last = dateOf(Temporal.Instant.from(until).subtract({ seconds: 1 }).toString(), timeZone)
  if (isMidnight)
    return first === last ? formatDay(first, locale) : `${formatDay(first, locale)} – ${formatDay(last, locale)}`
  const end = first === last ? formatTime(until, timeZone, locale) : whenText(until, timeZone, locale)
  return `${whenText(from, timeZone, locale)} – ${end}`
}

/** Why a visit or a group goes where it goes, as short words; that its time is another is said by how far. */
export function whyTexts(item: Pick<RepairItem, 'why'>, { say, locale }: Words, isGroup = false): string[] {
  return item.why.flatMap((reason) => {
    switch (reason.code) {
      case 'moved':
      case 'nothing-free':
      case 'chain-gap':
        return []
      case 'minutes': {
        const minutes = reason.minutes ?? 0
        const much = formatDuration(Math.abs(minutes), locale)
        return [say(minutes < 0 ? 'why_earlier' : 'why_later', { much })]
      }
      case 'days': {
        const days = reason.days ?? 0
        return [say(days < 0 ? 'why_days-before' : 'why_days', { count: Math.abs(days) })]
      }
      case 'same-clinician':
      case 'other-clinician':
        if (isGroup) return [say(reason.code === 'same-clinician' ? 'why_same-leader' : 'why_other-leader')]
        return [say(`why_${reason.code}`)]
      default:
        return [say(`why_${reason.code}`)]
    }
  })
}

export function isSettled(item: Pick<RepairItem, 'appliedAt'>): boolean {
  return item.appliedAt !== null
}

/** What became of a visit, as a sign and a word. */
export function stateOf(
  item: Pick<RepairItem, 'appliedAt' | 'decision' | 'backAt'>,
  { say }: Pick<Words, 'say'>,
): { readonly kind: SignalKind; readonly text: string } {
  const { decision } = item
  if (item.backAt !== null) return { kind: 'quiet', text: say('done_back') }
  if (item.appliedAt !== null) {
    if (decision === 'accepted') return { kind: 'ok', text: say('done_accepted') }
    return { kind: 'quiet', text: say(decision === 'cancelled' ? 'done_cancelled' : 'done_overtaken') }
  }
  const kinds = { open: 'warn', accepted: 'ok', kept: 'quiet', cancelled: 'bad', overtaken: 'bad' } as const
  return { kind: kinds[decision], text: say(`decision_${decision}`) }
}

/** Where a visit stands that was moved or cancelled, and can be taken back to where it stood before. */
export function canGoBack(item: Pick<RepairItem, 'appliedAt' | 'backAt' | 'decision'>): boolean {
  return item.appliedAt !== null && item.backAt === null && ['accepted', 'cancelled'].includes(item.decision)
}

/** Where a visit is by this repair, and where it was before. */
export function placesOf(item: Pick<RepairItem, 'before' | 'proposal' | 'backAt'>): {
  readonly now: RepairItem['before']
  readonly was: RepairItem['before']
} {
  const { before } = item
  const there = item.proposal ?? before
  return item.backAt === null ? { now: there, was: before } : { now: before, was: there }
}

/** When a group is by this repair, and when it was before. */
export function timesOf({
  start,
  beforeStart,
  givenStart,
  backAt,
}: Pick<GivenGroup, 'start' | 'beforeStart' | 'givenStart' | 'backAt'>): {
  readonly now: { readonly start: string }
  readonly was: { readonly start: string }
} {
  return { now: { start }, was: { start: backAt === null ? beforeStart : givenStart } }
}

/** Whoever has agreed to the new time is not moved about again unless somebody says so. */
export function hasAgreed({ answer }: Pick<RepairItem, 'answer'>): boolean {
  return answer === 'yes' || answer === 'by-phone'
}

/** What is known of the patient's answer; people who need something come first. */
export function answerState(
  item: Pick<RepairItem, 'answer' | 'hasEmail'>,
  { say }: Pick<Words, 'say'>,
): { readonly kind: SignalKind; readonly text: string; readonly rank: number } {
  if (item.answer === null)
    return item.hasEmail
      ? { kind: 'warn', text: say('answer_none'), rank: 2 }
      : { kind: 'bad', text: say('answer_mustCall'), rank: 1 }
  const needs = item.answer === 'other' || item.answer === 'call'
  return { kind: needs ? 'bad' : 'ok', text: say(`answer_${item.answer}`), rank: needs ? 0 : 3 }
}
