import { formatPhone } from '@foyer/patients'
import { msOf } from '../instants.ts'
import { type PatientLanguage, patientWords } from './patient-words.ts'

export type VisitNews = 'booked' | 'moved' | 'movedByUs' | 'otherPerson' | 'back' | 'cancelled'

/** What a message about a visit may say. Whom it is with, and what for, is nobody's business but the patient's. */
export interface VisitFacts {
  readonly practice: string
  readonly readerName: string
  /** Whose visit it is, where somebody else reads it. */
  readonly about: string | null
  /** Instant in UTC. */
  readonly start: string
  readonly site: {
    readonly name: string
    /** IANA name. */
    readonly timeZone: string
    readonly phone: string | null
    readonly address: {
      readonly line: string
      readonly city: string
      readonly state: string
      readonly postalCode: string
    } | null
  }
  readonly telehealth: boolean
  /** Where the patient says whether the new time will do. */
  readonly answerUrl?: string | null
  /** Where the patient changes a visit of their own making. */
  readonly ownLink?: string | null
}

export function visitMessage(
  news: VisitNews,
  facts: VisitFacts,
  language: PatientLanguage,
): { subject: string; text: string } {
  const words = patientWords(language)
  const { subject, news: sentence } = words[news](facts.practice)
  const { site } = facts
  const help = (phone: string): string => (news === 'cancelled' ? words.again(phone) : words.change(phone))
  const lines = [
    words.hello(facts.readerName),
    '',
    ...(facts.about === null ? [] : [words.about(facts.about), '']),
    sentence,
    '',
    timeText(facts, language, 'when'),
    ...(news === 'cancelled' ? [] : [words.where(facts.telehealth ? words.online : placeText(facts))]),
    '',
    ...(facts.answerUrl ? [words.answer, facts.answerUrl, ''] : []),
    ...(facts.ownLink && news !== 'cancelled' ? [words.ownLink(facts.ownLink)] : []),
    ...(site.phone === null ? [] : [help(formatPhone(site.phone))]),
    ...(news === 'cancelled' ? [] : [words.calendar]),
    '',
    facts.practice,
  ]
  return { subject, text: `${lines.join('\n')}\n` }
}

export function placeText({ site }: Pick<VisitFacts, 'site'>): string {
  const { address } = site
  if (!address) return site.name
  return `${site.name}, ${address.line}, ${address.city}, ${address.state} ${address.postalCode}`
}

interface Formats {
  readonly day: Intl.DateTimeFormat
  readonly time: Intl.DateTimeFormat
}

/** Making a format costs more than a hundred uses of it. */
const formats = new Map<string, Formats>()

function formatsFor(locale: string, timeZone: string): Formats {
  const key = `${locale} ${timeZone}`
  const known = formats.get(key)
  if (known) return known
  const made = {
    day: new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone }),
    time: new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone }),
  }
  formats.set(key, made)
  return made
}

/** The day, the time and the city whose clock is meant. */
export function timeText(
  { start, site }: Pick<VisitFacts, 'start' | 'site'>,
  language: PatientLanguage,
  sentence: 'when' | 'at',
): string {
  const words = patientWords(language)
  const at = msOf(start)
  const { day, time } = formatsFor(words.locale, site.timeZone)
  // Plain spaces: some mail programs show a narrow one as a box.
  return words[sentence](day.format(at), time.format(at), cityOf(site.timeZone)).replaceAll(/[\u00a0\u202f]/g, ' ')
}

/** `America/Los_Angeles` → `Los Angeles`. */
function cityOf(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ')
}
