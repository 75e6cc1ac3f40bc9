import { conceptText, contactUses, fieldName, fieldText, formatPhone, languageName } from '@foyer/patients'
import type { CopyWords } from './copy-words.ts'
import type { PersonCopy } from './gather.ts'
import { joined } from './joined.ts'
import type { PaperReading } from './reading.ts'
import type { RecordCopy } from './record-part.ts'

const filled = (...parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join(' ')

/** Who somebody is, in the order in which a form asks. */
export function whoLines(copy: RecordCopy, words: CopyWords, reading: PaperReading): readonly string[] {
  const { locale, day } = reading
  const said = (field: string, text: string | null | undefined): string[] =>
    text ? [`${fieldName(field, locale)}: ${text}`] : []
  const fact = (field: string, value: unknown): string[] => said(field, fieldText(field, value, reading))
  return [
    `MRN: ${copy.mrn}`,
    ...copy.names.map(({ given, family, prefix, suffix, period }) =>
      joined(filled(prefix, ...given, family, suffix), period.to && words.until(day(period.to))),
    ),
    ...fact(
      'identifier',
      copy.identifiers.map(({ value }) => value),
    ),
    ...said(
      'birthDate',
      copy.birthDate && `${day(copy.birthDate)}${copy.isBirthDateEstimated ? ` (${words.estimated})` : ''}`,
    ),
    ...(copy.multipleBirth === true ? fact('multipleBirth', true) : []),
    ...(copy.deceased ? fact('deceased', true) : []),
    ...fact('deceasedOn', copy.deceasedOn),
    ...fact('sex', copy.sex),
    ...said('birthSex', copy.birthSex?.text),
    ...said('genderIdentity', copy.genderIdentity?.text),
    ...fact('pronouns', copy.pronouns),
    ...said('race', copy.race.map(({ text }) => text).join(', ')),
    ...said('ethnicity', copy.ethnicity?.text),
    ...said(
      'language',
      joined(
        copy.languages.map((code) => languageName(code, locale)).join(', '),
        copy.interpreterNeeded && words.interpreter,
      ),
    ),
    ...fact('accessibility', copy.accessibility),
    ...fact('alerts', copy.alerts),
    ...fact('generalPractitioner', copy.generalPractitioner),
    ...fact('occupation', copy.occupation),
    ...fact('employer', copy.employer),
  ]
}

export function reachLines(copy: RecordCopy, words: CopyWords, reading: PaperReading): readonly string[] {
  const { locale, day } = reading
  const wish = copy.wish && [...copy.wish.ways, copy.wish.phone, copy.wish.email, copy.wish.address, copy.wish.remarks]
  const fact = (field: string, value: unknown): string[] => {
    const text = fieldText(field, value, reading)
    return text === null ? [] : [`${fieldName(field, locale)}: ${text}`]
  }
  return [
    ...copy.contacts.map(({ system, value, use, until }) =>
      joined(
        system === 'phone' ? formatPhone(value) : value,
        system === 'phone' && conceptText(contactUses, use, locale),
        until && words.until(day(until)),
      ),
    ),
    ...copy.addresses.map(({ line, city, state, postalCode, period }) =>
      joined(
        [line, city, filled(state, postalCode)].filter((part) => part !== '').join(', '),
        period.from && words.since(day(period.from)),
        period.to && words.until(day(period.to)),
      ),
    ),
    ...fact('contactPreference', copy.contactPreference),
    ...fact('confidentialContact', wish?.filter((part) => part !== null) ?? null),
  ]
}

/** What a merged record says otherwise than the one that speaks for the person, and by which number it was known. */
export function mergedLines(
  copy: PersonCopy,
  record: RecordCopy,
  words: CopyWords,
  reading: PaperReading,
): readonly string[] {
  const linesOf = (of: RecordCopy) => [...whoLines(of, words, reading), ...reachLines(of, words, reading)]
  const said = new Set(linesOf(copy))
  return linesOf(record).filter((line) => !said.has(line))
}

export function relatedLines({ related }: PersonCopy, words: CopyWords, { day }: PaperReading): readonly string[] {
  return related.map(({ name, relationship, phone, email, emergencyRank, period }) =>
    joined(
      name,
      relationship.text,
      phone && formatPhone(phone),
      email,
      emergencyRank !== null && words.emergency(emergencyRank),
      period.to && words.until(day(period.to)),
    ),
  )
}

/** Who may act and who may know: whose, as what, of which matters, for which time, and whether it holds today. */
export function authorityLines(
  { related, authorities }: PersonCopy,
  words: CopyWords,
  { day }: PaperReading,
): readonly string[] {
  const names = new Map(related.map(({ id, name }) => [id, name]))
  return authorities.map(({ relatedId, kind, scopes, period, status }) =>
    joined(
      names.get(relatedId),
      kind.text,
      scopes.map(({ text }) => text).join(', '),
      period.from && words.since(day(period.from)),
      period.to && words.until(day(period.to)),
      words.authorityStatus[status],
    ),
  )
}
