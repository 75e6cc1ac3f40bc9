import {
  type AnswerOutcome,
  type Eligibility,
  type Party,
  primaryCareDifference,
  type RecordDifference,
  recordDifferences,
} from '@foyer/coverage'
import type { Temporal } from '@foyer/kernel'
import { addressCase, nameCase } from '@foyer/patients'
import type { Db } from '../../../../platform/database/organization-db.ts'
import { askAbout, policiesToAsk } from '../../../patients/index.ts'
import { askedPerson } from '../asking/question-facts.ts'
import { findPerson, findRelationship } from '../asking/store.ts'

interface Proposing {
  readonly now: () => Temporal.Instant
  readonly newId: () => string
}

/** `LAKESIDE MEDICAL GROUP` of a payer as people write it. */
function asWritten(name: string): string {
  return name === name.toUpperCase()
    ? name
        .toLowerCase()
        .replaceAll(/(^|[\s\-'’])(\p{L})/gu, (_, before: string, first: string) => before + first.toUpperCase())
    : name
}

const firmWords = /\b(?:Llc|Pllc|Llp|Pc|Pa)\b/g

function partyName({ given, name, isPerson }: Party): string {
  const parts = [given, name].filter((part) => part !== null)
  if (isPerson) return parts.map(nameCase).join(' ')
  return parts
    .map(asWritten)
    .join(' ')
    .replace(firmWords, (word) => word.toUpperCase())
}

/**
 * A payer that was asked about a child and answers with the policyholder alone says nothing of the child; so with a name and a
 * birth date that are both others.
 */
function isOfSomebodyElse(
  differences: readonly RecordDifference[],
  { isHolderAlone }: { readonly isHolderAlone: boolean },
): boolean {
  const [isOtherName, isOtherDay] = ['given', 'birthDate'].map((name) =>
    differences.some(({ field }) => field === name),
  )
  return isHolderAlone ? Boolean(isOtherName || isOtherDay) : Boolean(isOtherName && isOtherDay)
}

/**
 * Where the payer knows the person otherwise than we do: asked, never taken over (see `proposals`). A payer whose plan is over
 * still knows whom it insured, but where they live and who cares for them only from then; of an answer that leaves the plan
 * unclear no more is asked than which other payer it names.
 */
export async function proposeDifferences(
  db: Db,
  { now, newId }: Proposing,
  row: { readonly patient_id: string; readonly coverage_id: string | null; readonly service_date: string },
  found: Eligibility,
  outcome: AnswerOutcome,
): Promise<void> {
  const person = await findPerson(db, row.patient_id)
  if (!person) return
  const { family, given, birthDate, sex, address } = askedPerson(person)
  const differences = recordDifferences(found.patient, { family, given, birthDate, sex, address })
  const relationship = row.coverage_id === null ? 'self' : await findRelationship(db, row.coverage_id)
  if (isOfSomebodyElse(differences, { isHolderAlone: relationship !== 'self' && found.subscriber === null })) return
  const source = found.payer?.name ?? ''
  const known =
    outcome === 'active'
      ? differences
      : outcome === 'inactive'
        ? differences.filter(({ field }) => field !== 'address')
        : []
  const primaryCare =
    outcome !== 'active' ? null : primaryCareDifference(found.primaryCare, person.general_practitioner)
  const { otherPayers } = found
  const policies = await policiesToAsk(db, row.patient_id, { otherPayers, on: row.service_date })
  await askAbout(db, { source, now: now(), newId }, row.patient_id, [
    ...known.map((one) => ({
      field: one.field,
      proposed:
        one.field === 'address'
          ? {
              line: one.payerSays.lines.map(addressCase).join(', '),
              city: addressCase(one.payerSays.city ?? ''),
              state: one.payerSays.state ?? '',
              postalCode: one.payerSays.postalCode ?? '',
            }
          : one.field === 'family' || one.field === 'given'
            ? nameCase(one.payerSays)
            : one.payerSays,
    })),
    ...(primaryCare ? [{ field: 'generalPractitioner' as const, proposed: partyName(primaryCare).slice(0, 120) }] : []),
    ...policies,
  ])
}
