import { fieldName, fieldText } from '@foyer/patients'
import type { CopyWords } from './copy-words.ts'
import type { PersonCopy } from './gather.ts'
import { joined } from './joined.ts'
import { authorityLines, mergedLines, reachLines, relatedLines, whoLines } from './person-lines.ts'
import { paperReading } from './reading.ts'

export interface CopySection {
  readonly title: string
  readonly lines: readonly string[]
}

/** The copy as headings with lines, in the words of its language: what the paper says, in order. */
export function copySections(copy: PersonCopy, words: CopyWords, isForOther: boolean): readonly CopySection[] {
  const reading = paperReading(words, copy.zone)
  const { locale, day, at, time, money } = reading
  const until = (date: string | null): string | null => (date === null ? null : words.until(day(date)))
  return [
    { title: isForOther ? words.whoOther : words.who, lines: whoLines(copy, words, reading) },
    {
      title: isForOther ? words.reachOther : words.reach,
      lines: [
        ...reachLines(copy, words, reading),
        ...(copy.keptFromPlan.length === 0
          ? []
          : [
              `${fieldName('planRestriction', locale)}: ${fieldText('planRestriction', copy.keptFromPlan, reading) ?? ''}`,
            ]),
      ],
    },
    ...copy.replaces.map((record) => ({
      title: words.merged(record.mrn),
      lines: mergedLines(copy, record, words, reading),
    })),
    { title: isForOther ? words.relatedOther : words.related, lines: relatedLines(copy, words, reading) },
    { title: isForOther ? words.authoritiesOther : words.authorities, lines: authorityLines(copy, words, reading) },
    {
      title: words.coverages,
      lines: copy.coverages.map((one) =>
        joined(
          one.payer,
          one.plan,
          one.memberId,
          one.groupNumber,
          one.period.from && words.since(day(one.period.from)),
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
          one.decision === 'deny' && words.declined,
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
      lines: copy.changes.map(({ at: when, field, before, after, mergedMrn }) => {
        const [was, is] = [before, after].map((value) => fieldText(field, value, reading) ?? words.nothing)
        return joined(at(when), fieldName(field, locale), `${was} → ${is}`, mergedMrn && words.ofMerged(mergedMrn))
      }),
    },
  ].filter(({ lines }, index) => index === 0 || lines.length > 0)
}
