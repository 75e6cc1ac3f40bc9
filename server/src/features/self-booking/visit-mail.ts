import { formatPhone } from '@foyer/patients'
import type { Site } from '../practice/index.ts'
import type { DeclineReason } from './events.ts'
import { type MailLanguage, mailWords } from './mail-words.ts'

export interface MailFacts {
  readonly practice: string
  /** Instant in UTC. */
  readonly start: string
  readonly site: Pick<Site, 'timeZone' | 'phone'>
  /** Null where no address of this server is known outside. */
  readonly link: string | null
}

export interface MailText {
  readonly subject: string
  readonly text: string
}

function whenText({ start, site }: MailFacts, language: MailLanguage): string {
  const words = mailWords(language)
  const at = Date.parse(start)
  const day = new Intl.DateTimeFormat(words.locale, { dateStyle: 'full', timeZone: site.timeZone }).format(at)
  const time = new Intl.DateTimeFormat(words.locale, { timeStyle: 'short', timeZone: site.timeZone }).format(at)
  const city = (site.timeZone.split('/').at(-1) ?? site.timeZone).replaceAll('_', ' ')
  // Plain spaces: some mail programs show a narrow one as a box.
  return words.when(day, time, city).replaceAll(/[\u00a0\u202f]/g, ' ')
}

function written(subject: string, lines: readonly (string | null)[]): MailText {
  return { subject, text: `${lines.filter((line) => line !== null).join('\n')}\n` }
}

export function requestedMail(facts: MailFacts, language: MailLanguage): MailText {
  const words = mailWords(language)
  const { practice, site, link } = facts
  return written(words.requestedSubject(practice), [
    words.hello,
    '',
    words.requested(practice),
    words.waits,
    '',
    whenText(facts, language),
    '',
    link === null ? null : words.change(link),
    site.phone === null ? null : words.call(formatPhone(site.phone)),
    '',
    practice,
  ])
}

export function declinedMail(facts: MailFacts, language: MailLanguage, reason: DeclineReason): MailText {
  const words = mailWords(language)
  const { practice, site, link } = facts
  return written(words.declinedSubject(practice), [
    words.hello,
    '',
    words.declined(practice),
    whenText(facts, language),
    '',
    words.reasons[reason],
    link === null || reason !== 'time' ? null : words.again(link),
    site.phone === null ? null : words.call(formatPhone(site.phone)),
    '',
    practice,
  ])
}
