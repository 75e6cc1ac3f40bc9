import type { Body, record } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { z } from 'zod'
import { Problem } from '../../../platform/http/problem.ts'
import { emailContact, type NewContact, phoneContact } from '../contact.ts'
import type { ContactRow } from './store.ts'

type Wanted = Body<typeof record.setContactPoints>['contacts'][number]

export interface PlannedContact {
  /** The row it has already; null: it is new. */
  readonly id: string | null
  readonly contact: NewContact
  readonly use: Wanted['use']
  readonly sharedWith: string | null
  readonly mayLeaveMessage: boolean
  /** Among those of its system. */
  readonly rank: number
}

export interface ContactPlan {
  readonly contacts: readonly PlannedContact[]
  /** Theirs until today. */
  readonly ended: readonly string[]
  /** Never theirs. */
  readonly mistaken: readonly string[]
}

type Unfit = { readonly reason: 'phone-unreadable' | 'email-unreadable' | 'contact-twice'; readonly value: string }

const email = z.email()

function readContact({ system, value }: Wanted): NewContact | null {
  if (system === 'phone') return phoneContact(value)
  return email.safeParse(value).success ? emailContact(value) : null
}

function isOf(row: ContactRow, contact: NewContact): boolean {
  return row.system === contact.system && row.search_value === contact.searchValue
}

/**
 * Which rows stay, come, end and go. Another number in the place of one ends that one and begins the other; a number
 * they had before is theirs again.
 */
export function planContacts(
  before: readonly ContactRow[],
  wanted: readonly Wanted[],
  mistaken: readonly string[],
): Result<ContactPlan, Unfit> {
  const known = new Map(before.map((row) => [row.id, row]))
  const planned: PlannedContact[] = []
  for (const one of wanted) {
    const contact = readContact(one)
    const { system, value } = one
    if (contact === null) return refuse({ reason: system === 'phone' ? 'phone-unreadable' : 'email-unreadable', value })
    if (planned.some(({ contact: other }) => other.system === system && other.searchValue === contact.searchValue))
      return refuse({ reason: 'contact-twice', value })
    if (one.id !== null && !known.has(one.id)) throw new Problem('not-found')
    const named = one.id === null ? undefined : known.get(one.id)
    const row = named && isOf(named, contact) ? named : before.find((other) => isOf(other, contact))
    planned.push({
      id: row?.id ?? null,
      contact,
      use: one.use,
      sharedWith: one.sharedWith,
      mayLeaveMessage: one.mayLeaveMessage,
      rank: planned.filter((other) => other.contact.system === system).length + 1,
    })
  }
  const kept = new Set(planned.map(({ id }) => id))
  const gone = before.filter(({ id }) => !kept.has(id))
  return ok({
    contacts: planned,
    ended: gone.filter((one) => one.period_end === null && !mistaken.includes(one.id)).map(({ id }) => id),
    mistaken: gone.filter(({ id }) => mistaken.includes(id)).map(({ id }) => id),
  })
}
