import { Temporal } from '@foyer/kernel'
import { formatPhone } from '@foyer/patients'
import type { CopyWords } from './copy-words.ts'
import { dateText, type PersonCopy } from './gather.ts'

export interface CopySection {
  readonly title: string
  readonly lines: readonly string[]
}

const joined = (...parts: readonly (string | null | false | undefined)[]): string =>
  parts.filter((part) => part !== null && part !== undefined && part !== false && part !== '').join(' · ')

/** The copy as headings with lines, in the words of its language: what the paper says, in order. */
export function copySections(copy: PersonCopy, words: CopyWords): readonly CopySection[] {
  const day = (date: string): string =>
    date.length === 10
      ? Temporal.PlainDate.from(date).toLocaleString(words.locale, { year: 'numeric', month: 'short', day: 'numeric' })
      : date
  const at = (instant: string): string => day(dateText(instant, copy.zone))
  const time = (instant: string, timeZone: string): string =>
    Temporal.Instant.from(instant).toLocaleString(words.locale, {
      timeZone,
      dateStyle: 'medium',
      timeStyle: 'short',
    })
  const until = (date: string | null): string | null => (date === null ? null : words.until(day(date)))
  const money = (cents: number, currency: string): string =>
    new Intl.NumberFormat(words.locale, { style: 'currency', currency }).format(cents / 100)
  const language = new Intl.DisplayNames([words.locale], { type: 'language' })
  const fact = (label: string, text: string | null): string[] =>
    text === null || text === '' ? [] : [`${label}: ${text}`]
  const nameText = ({ given, family, prefix, suffix, period }: PersonCopy['names'][number]): string =>
    joined(
      [prefix, ...given, family, suffix].filter((part) => part !== null && part !== '').join(' '),
      until(period.to),
    )

  return [
    {
      title: words.who,
      lines: [
        ...fact('MRN', copy.mrn),
        ...copy.names.map((name) => nameText(name)),
        ...fact(words.born, copy.birthDate === null ? null : day(copy.birthDate)),
        ...fact(words.sex, words.sexes[copy.sex]),
        ...fact(words.pronouns, copy.pronouns),
        ...fact(words.race, copy.race.map(({ display }) => display).join(', ')),
        ...fact(words.ethnicity, copy.ethnicity?.display ?? null),
        ...fact(
          words.languages,
          joined(
            copy.languages.map((code) => language.of(code) ?? code).join(', '),
            copy.interpreterNeeded && words.interpreter,
          ),
        ),
        ...fact(words.work, joined(copy.occupation, copy.employer)),
      ],
    },
    {
      title: words.reach,
      lines: [
        ...copy.contacts.map(({ system, value, until: end }) =>
          joined(system === 'phone' ? formatPhone(value) : value, until(end)),
        ),
        ...copy.addresses.map(({ line, city, state, postalCode, period }) =>
          joined(`${line}, ${city}, ${state} ${postalCode}`, until(period.to)),
        ),
      ],
    },
    {
      title: words.related,
      lines: copy.related.map(({ name, relationship, phone }) =>
        joined(name, relationship, phone === null ? null : formatPhone(phone)),
      ),
    },
    {
      title: words.coverages,
      lines: copy.coverages.map((one) =>
        joined(
          one.payer,
          one.plan,
          one.memberId,
          one.groupNumber,
          one.period.from && day(one.period.from),
          until(one.period.to),
        ),
      ),
    },
    {
      title: words.visits,
      lines: copy.visits.map((one) =>
        joined(
          time(one.start, copy.visitZones.get(one.id) ?? copy.zone),
          one.type,
          one.clinician,
          one.site,
          words.status[one.status],
        ),
      ),
    },
    {
      title: words.encounters,
      lines: copy.encounters.map((one) => joined(at(one.start), one.type, one.reason, one.practitioner, one.place)),
    },
    {
      title: words.payments,
      lines: copy.payments.map((one) =>
        joined(at(one.at), money(one.cents, one.currency), one.receipt, one.isVoided && words.voided),
      ),
    },
    {
      title: words.consents,
      lines: copy.consents.map((one) =>
        joined(
          one.title,
          at(one.signedAt),
          one.signedBy,
          until(one.expiresOn),
          one.revokedAt !== null && words.revoked(at(one.revokedAt)),
        ),
      ),
    },
    { title: words.documents, lines: copy.documents.map((one) => joined(one.title, at(one.createdAt))) },
    { title: words.messages, lines: copy.messages.map((one) => joined(at(one.at), one.subject, one.to)) },
    {
      title: words.changes,
      lines: copy.changes.map((one) => joined(at(one.at), one.field, `${one.before ?? '–'} → ${one.after ?? '–'}`)),
    },
  ].filter(({ lines }, index) => index === 0 || lines.length > 0)
}
