import { type EmployerSize, employeesOf, type PayerKind, type PayingFor, type Policy } from '@foyer/coverage'
import { Temporal } from '@foyer/kernel'
import type { FactRow, PolicyRow } from './store.ts'

/** A policy of a kind goes to the insurer of that kind, whoever the payer is besides. */
export function payerKindOf(row: Pick<PolicyRow, 'kind' | 'payer_kind'>): PayerKind {
  if (row.kind === 'work') return 'workers-comp'
  if (row.kind === 'accident') return 'auto'
  // The column's check lists the same words.
  return row.payer_kind as PayerKind
}

export function isMedicare(row: Pick<PolicyRow, 'kind' | 'payer_kind'>): boolean {
  return payerKindOf(row).startsWith('medicare')
}

/** Both ends of a period are days of cover. */
export function isInForce(row: Pick<PolicyRow, 'period_start' | 'period_end'>, on: string): boolean {
  return (row.period_start ?? on) <= on && on <= (row.period_end ?? on)
}

export function holderBirthDate(row: PolicyRow): string | null {
  const own = row.subscriber_birth_date ?? row.holder_birth_date
  return own !== null && own.length === 10 ? own : null
}

/**
 * The name under which a policy is held against others: where no rule tells two apart, the order in which the desk wrote
 * them down does.
 */
export function orderName(row: Pick<PolicyRow, 'id' | 'coverage_order'>): string {
  return `${row.coverage_order} ${row.id}`
}

export function idOf(name: string): string {
  return name.slice(name.indexOf(' ') + 1)
}

export function policyOf(row: PolicyRow): Policy {
  return {
    id: orderName(row),
    payerKind: payerKindOf(row),
    relationship: row.relationship as Policy['relationship'],
    subscriber: {
      birthday: holderBirthDate(row)?.slice(5) ?? null,
      employment: row.employment as Policy['subscriber']['employment'],
      employerSize: employeesOf(row.employer_size as EmployerSize | null),
    },
    isContinuation: row.is_continuation,
    since: row.period_start,
  }
}

const ageOf65 = 65

/** A partial birth date counts from its last day: nobody is taken for older than they are. Without one: born on `on`. */
export function wholeBirthDate(birthDate: string, on: string): string {
  if (birthDate === '') return on
  if (birthDate.length === 4) return `${birthDate}-12-31`
  if (birthDate.length === 7) {
    const first = Temporal.PlainDate.from(`${birthDate}-01`)
    return first.with({ day: first.daysInMonth }).toString()
  }
  return birthDate
}

export function payingFor(
  facts: FactRow,
  rows: readonly PolicyRow[],
  { on, birthDate, cause }: { on: string; birthDate: string; cause: PayingFor['cause'] },
): PayingFor {
  const born = wholeBirthDate(birthDate, on)
  const nameOf = (id: string | null): string | null => {
    const row = rows.find((one) => one.id === id)
    return row ? orderName(row) : null
  }
  const isOld = Temporal.PlainDate.compare(Temporal.PlainDate.from(born).add({ years: ageOf65 }), on) <= 0
  return {
    on,
    birthDate: born,
    cause,
    medicareBecause: becauseAt((facts?.medicare_because ?? null) as PayingFor['medicareBecause'], isOld),
    kidneyFailureSince: facts?.kidney_failure_since ?? null,
    parents: {
      live: (facts?.parents_live ?? null) as PayingFor['parents']['live'],
      orderedPolicyId: nameOf(facts?.ordered_coverage_id ?? null),
      custodialPolicyIds: (facts?.custodial_coverage_ids ?? []).flatMap((id) => nameOf(id) ?? []),
      otherParentPolicyIds: (facts?.other_parent_coverage_ids ?? []).flatMap((id) => nameOf(id) ?? []),
    },
  }
}

/** What was said once holds by the age of the day: at 65 disability becomes age (42 CFR 411.206). */
function becauseAt(said: PayingFor['medicareBecause'], isOld: boolean): PayingFor['medicareBecause'] {
  if (said === 'disability' && isOld) return 'age'
  return said === 'age' && !isOld ? null : said
}
