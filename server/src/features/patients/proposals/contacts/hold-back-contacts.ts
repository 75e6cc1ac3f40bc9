import type { Db } from '../../../../platform/database/organization-db.ts'
import { changesBetween } from '../../history/record-change.ts'
import { recordImportedChanges } from '../../history/record-import.ts'
import type { Feed } from '../hold-back.ts'
import { dropSettled, type NewProposal, saveProposals } from '../store.ts'
import { contactHistory } from './contact-history.ts'
import { contactFields, type ContactSystem, contactText, readContactText, searchValuesIn } from './contact-texts.ts'
import { type ContactRow, selectContactChanges, selectContactRows, selectDeclined } from './store.ts'

/** A number or an e-mail that a feed says of somebody who is here. */
export interface FeedContact {
  readonly system: ContactSystem
  readonly value: string
  readonly searchValue: string
  readonly use: string
}

export interface FeedContacts {
  readonly patientId: string
  /** The record that speaks for this one, where it was merged. */
  readonly survivorId: string | null
  /** The best first. */
  readonly said: readonly FeedContact[]
}

const systems = ['phone', 'email'] as const

/**
 * Where somebody here had the last word on how a person is reached, a further number of a feed is asked and not used;
 * one that ended or was taken away here never comes back by a feed. Answers for each person what may be added.
 */
export async function holdBackContacts(
  db: Db,
  feed: Feed,
  people: readonly FeedContacts[],
): Promise<readonly (readonly FeedContact[])[]> {
  const ids = people.flatMap(({ patientId, survivorId }) => [patientId, ...(survivorId === null ? [] : [survivorId])])
  const [changes, declined, rows] = await Promise.all([
    selectContactChanges(db, ids),
    selectDeclined(db, ids, feed.source, Object.values(contactFields)),
    selectContactRows(db, ids),
  ])
  const asked: NewProposal[] = []
  const settled: { patient_id: string; source: string; field: string }[] = []
  const histories: { patientId: string; changes: ReturnType<typeof changesBetween> }[] = []
  const added = people.map(({ patientId, survivorId, said }) => {
    const isOf = (one: { readonly patient_id: string }) => one.patient_id === patientId || one.patient_id === survivorId
    const own = { changes: changes.filter(isOf), declined: declined.filter(isOf), rows: rows.filter(isOf) }
    const target = survivorId ?? patientId
    const free = systems.flatMap((system) => {
      const fresh = freshOf(system, said, own)
      if (!isHeld(system, own.changes) && survivorId === null) return fresh
      const field = contactFields[system]
      const no = new Set(
        own.declined.filter((one) => one.field === field).flatMap((one) => searchValuesOf(system, one.proposed)),
      )
      const open = fresh.filter(({ searchValue }) => !no.has(searchValue))
      if (open.length === 0) settled.push({ patient_id: target, source: feed.source, field })
      else
        asked.push({
          id: feed.newId(),
          patient_id: target,
          source: feed.source,
          field,
          proposed: open.map(contactText),
          current: own.rows.filter((row) => row.system === system && row.period_end === null).map(contactText),
          received_at: feed.now.toString(),
        })
      return []
    })
    if (free.length > 0) histories.push({ patientId, changes: joined(own.rows, free) })
    return free
  })
  await dropSettled(db, settled)
  await saveProposals(db, asked)
  await recordImportedChanges(db, histories, feed.now)
  return added
}

interface Own {
  readonly changes: Awaited<ReturnType<typeof selectContactChanges>>
  readonly rows: readonly ContactRow[]
}

/** What is neither here, nor was it theirs before, nor was it taken away by somebody here. */
function freshOf(system: ContactSystem, said: readonly FeedContact[], { changes, rows }: Own): readonly FeedContact[] {
  const known = new Set([
    ...rows.filter((row) => row.system === system).map((row) => row.search_value),
    ...changes
      .filter((one) => isOfSystem(one.field, system) && isOurs(one.source))
      .flatMap((one) => searchValuesIn(system, one.before)),
  ])
  return said.filter((one) => one.system === system && !known.has(one.searchValue))
}

function isOfSystem(field: string, system: ContactSystem): boolean {
  return field === system || field.startsWith(`${system}.`)
}

function isOurs(source: string): boolean {
  return source !== 'import' && source !== 'feed'
}

/** The last word on any of what the history tells of it was somebody's here. */
function isHeld(system: ContactSystem, changes: Own['changes']): boolean {
  const last = new Map(changes.filter(({ field }) => isOfSystem(field, system)).map((one) => [one.field, one.source]))
  return [...last.values()].some(isOurs)
}

function searchValuesOf(system: ContactSystem, proposed: unknown): readonly string[] {
  const texts = Array.isArray(proposed) ? proposed.filter((one): one is string => typeof one === 'string') : []
  return texts.map((text) => readContactText(system, text).searchValue)
}

function joined(rows: readonly ContactRow[], free: readonly FeedContact[]): ReturnType<typeof changesBetween> {
  const live = rows.filter(({ period_end }) => period_end === null)
  return changesBetween(contactHistory(live), contactHistory([...live, ...free]))
}
