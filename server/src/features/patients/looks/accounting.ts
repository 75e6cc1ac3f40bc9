import { dateAt, Temporal } from '@foyer/kernel'
import type { LookRow } from './store.ts'

/** What somebody did, as far as a list for the patient tells it. */
export type LookKind = 'looked' | 'changed' | 'visit' | 'money' | 'message' | 'listed' | 'other'

export interface AccountLine {
  /** Civil date at the practice. */
  readonly date: string
  /** A role of the desk, `patient` for the person themselves, or what is no person. */
  readonly role: string
  readonly kind: LookKind
  readonly times: number
  /** Of the record merged into this one that was used; null: this one. */
  readonly mergedMrn: string | null
}

const kinds: readonly (readonly [RegExp, LookKind])[] = [
  [/^(patient\.break-glass|relative\.may-tell)$/, 'looked'],
  [/^(appointment|visit|check-in|series|chain|group|self-booking|opening)/, 'visit'],
  [/^(payment|receipt)\./, 'money'],
  [/^message\./, 'message'],
  [/\.(read|list|history|search|print|export|read-raw|compare|preview|due|list-due|worklist)$/, 'looked'],
  // A question to a payer tells it of the person.
  [/^eligibility\.(ask|discover|sweep)$/, 'message'],
  [
    /^(import|patient|coverage|coverage-order|eligibility|msp|estimate|household|consent|document|record|relative|authority|confidential-contact|proposal|access-request)\./,
    'changed',
  ],
]

export function kindOf({ action, in_list: inList }: Pick<LookRow, 'action' | 'in_list'>): LookKind {
  if (inList) return 'listed'
  return kinds.find(([pattern]) => pattern.test(action))?.[1] ?? 'other'
}

/**
 * The list that the patient is given: for each day who, by role, did what, and how often. An accounting names who got
 * the information (45 CFR 164.528(b)(2)); of uses within the practice, which it need not list at all, it gives the role
 * and not the name, so that no colleague is called to account at their door. The privacy officer has the names. What
 * was denied showed nothing and is left out.
 */
export function accountOf(
  rows: readonly LookRow[],
  timeZone: string,
  mrnOf: (recordId: string) => string | null = () => null,
): readonly AccountLine[] {
  const lines = new Map<string, AccountLine>()
  for (const row of rows) {
    if (row.outcome !== 'ok' && !row.outcome.startsWith('refused:')) continue
    const date = dateAt(Temporal.Instant.from(row.at), timeZone)
    const kind = kindOf(row)
    const mergedMrn = mrnOf(row.record_id)
    const key = `${date} ${row.actor_role} ${kind} ${mergedMrn ?? ''}`
    lines.set(key, { date, role: row.actor_role, kind, times: (lines.get(key)?.times ?? 0) + 1, mergedMrn })
  }
  return [...lines.values()]
}
