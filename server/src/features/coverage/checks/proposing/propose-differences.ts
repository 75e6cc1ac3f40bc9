import { type Eligibility, recordDifferences } from '@foyer/coverage'
import type { Temporal } from '@foyer/kernel'
import type { Db } from '../../../../platform/database/organization-db.ts'
import { askAbout } from '../../../patients/index.ts'
import { askedPerson } from '../asking/question-facts.ts'
import { findPerson } from '../asking/store.ts'

interface Proposing {
  readonly now: () => Temporal.Instant
  readonly newId: () => string
}

/** `ORTEGA LUIS` of a payer as people write it. */
function asWritten(name: string): string {
  return name === name.toUpperCase()
    ? name
        .toLowerCase()
        .replaceAll(/(^|[\s\-'’])(\p{L})/gu, (_, before: string, first: string) => before + first.toUpperCase())
    : name
}

/** Where the payer knows the person otherwise than we do: asked, never taken over (see `proposals`). */
export async function proposeDifferences(
  db: Db,
  { now, newId }: Proposing,
  row: { readonly patient_id: string },
  found: Eligibility,
): Promise<void> {
  const person = await findPerson(db, row.patient_id)
  if (!person) return
  const { family, given, birthDate, sex, address } = askedPerson(person)
  const differences = recordDifferences(found.patient, { family, given, birthDate, sex, address })
  const source = found.payer?.name ?? ''
  await askAbout(
    db,
    { source, now: now(), newId },
    row.patient_id,
    differences.map((one) => ({
      field: one.field,
      proposed:
        one.field === 'address'
          ? {
              line: one.payerSays.lines.map(asWritten).join(', '),
              city: asWritten(one.payerSays.city ?? ''),
              state: one.payerSays.state ?? '',
              postalCode: one.payerSays.postalCode ?? '',
            }
          : one.field === 'family' || one.field === 'given'
            ? asWritten(one.payerSays)
            : one.payerSays,
    })),
  )
}
