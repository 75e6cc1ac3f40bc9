import type { FileFault, FilePerson, PeopleMapping } from '@foyer/patients'
import { noteIn } from '../../../platform/audit/audit-log.ts'
import type { Db } from '../../../platform/database/organization-db.ts'
import { insertRows, takeNumbers } from '../../import/index.ts'
import { type Asker, keepFindable, noteAlike, recordFile, selectNumberOwners } from '../../patients/index.ts'
import { columnsToWrite, fillOf } from '../people/fill.ts'
import { contactRows, coverageRow, newFields, patientRow } from '../people/new-person.ts'
import { openPayers, type Payers } from '../people/payers.ts'
import { type AddedRow, lockPeople, selectAdded, selectFingerprints, selectHad, writePerson } from '../people/store.ts'
import { systemOf } from '../report.ts'
import { insertRunRows, type NewRow, type RunRow } from '../store.ts'
import { numbersOf } from './as-match.ts'
import { auditEntry, changedBy } from './entries.ts'
import type { Judged } from './judge.ts'

export interface Work {
  readonly db: Db
  readonly run: RunRow
  readonly mapping: PeopleMapping
  readonly asker: Asker
  readonly newId: () => string
}

type Taken = Exclude<Judged, { is: 'bad' }>
type Lists = { contacts: object[]; numbers: object[]; names: object[]; coverages: object[] }

/** What taking a line back will need; see take-back.ts. */
export interface Added {
  readonly rows: readonly { readonly id: string; readonly print: string }[]
  readonly numbers: readonly string[]
}

/** A record was merged or went since the batch was judged: nothing is wrong, and the batch is to be judged again. */
export class Overtaken extends Error {}

/**
 * Writes a batch of judged rows in the transaction at hand: new people whole, in records that were there only what was
 * empty. Each line leaves its row in `import_row`. Answers the payers that were made; throws `Overtaken`.
 */
export async function bringIn(work: Work, judged: readonly Judged[]): Promise<readonly string[]> {
  const { db, run } = work
  const fresh = judged.filter((one): one is Taken => isNew(one, run))
  const known = judged.filter((one): one is Taken => one.is === 'matched')
  const people = [...fresh, ...known]
  const payers = await openPayers(
    db,
    people.map(({ person }) => person),
    work.newId,
  )
  const taken = await takenNumbers(work, people)
  const lists: Lists = { contacts: [], numbers: [], names: [], coverages: [] }
  const rows = new Map<number, NewRow>()

  const filled = await fillKnown(work, known, { payers, taken, lists })
  const made = await makeNew(work, fresh, { payers, taken, lists })
  await insertRows(db, 'contact_point', lists.contacts as never)
  await insertRows(db, 'patient_identifier', lists.numbers as never)
  await insertRows(db, 'patient_name', lists.names as never)
  await insertRows(db, 'coverage', lists.coverages as never)

  await recordFile(db, [...made, ...filled], changedBy(work.asker))
  await keepFindable(db, [...made.map(({ patientId }) => patientId), ...filled.map(({ patientId }) => patientId)])
  const alike = made.flatMap(({ one, patientId }) => one.alike.map((like) => ({ ...like, patientId })))
  await noteAlike(db, alike, work.asker.now.toString())
  await noteIn(
    db,
    [...made, ...filled].map(({ patientId }) => auditEntry(work.asker, run.id, 'people-import.person', patientId)),
  )

  const prints = await selectFingerprints(
    db,
    made.map(({ patientId }) => patientId),
  )
  const added = new Map(
    (
      await selectAdded(
        db,
        filled.flatMap(({ addedIds }) => addedIds),
      )
    ).map((row) => [row.id, row]),
  )
  for (const one of judged) rows.set(one.line, rowOf(run.id, one, taken.notes.get(one.line) ?? []))
  for (const { one, patientId } of made)
    rows.set(one.line, {
      ...(rows.get(one.line) as NewRow),
      patient_id: patientId,
      fingerprint: prints.get(patientId) ?? null,
    })
  for (const { one, patientId, columns, addedIds, numbers } of filled)
    rows.set(one.line, {
      ...(rows.get(one.line) as NewRow),
      patient_id: patientId,
      before: Object.keys(columns).length > 0 ? columns : null,
      added: { rows: addedIds.flatMap((id) => keptOf(added.get(id))), numbers } satisfies Added,
    })
  await insertRunRows(db, [...rows.values()])
  return payers.made
}

/** The values themselves stand in their own tables only. */
function keptOf(row: AddedRow | undefined): Added['rows'] {
  return row ? [{ id: row.id, print: row.print }] : []
}

function isNew(one: Judged, run: RunRow): boolean {
  return one.is === 'created' || (one.is === 'asked' && run.asked === 'create')
}

/** Numbers of the file that somebody has already: nobody else gets them, and the line says so. */
async function takenNumbers({ db, run, mapping }: Work, people: readonly Taken[]) {
  const values = people.flatMap(({ person }) => numbersOf(person))
  const owners = await selectNumberOwners(db, systemOf(run.identifier_system), values)
  const has = new Set(owners.map(({ value }) => value))
  const notes = new Map<number, FileFault[]>()
  return {
    notes,
    free: ({ line, person, is, other }: Taken): readonly string[] =>
      numbersOf(person).filter((value) => {
        const isFree = !has.has(value)
        const isTheirs = is === 'matched' && owners.some((own) => own.value === value && own.patient_id === other?.id)
        if (!isFree && !isTheirs) {
          const column = mapping.columns.indexOf(value === person.mrn ? 'mrn' : 'identifier')
          notes.set(line, [...(notes.get(line) ?? []), { code: 'identifier-taken' as never, column }])
        }
        has.add(value)
        return isFree
      }),
  }
}

interface Parts {
  readonly payers: Payers
  readonly taken: Awaited<ReturnType<typeof takenNumbers>>
  readonly lists: Lists
}

async function makeNew(work: Work, fresh: readonly Taken[], { payers, taken, lists }: Parts) {
  const { db, run } = work
  if (fresh.length === 0) return []
  const at = work.asker.now.toString()
  const system = systemOf(run.identifier_system)
  const made = fresh.map((one) => ({ one, patientId: work.newId(), payer: payers.of(one.person) }))
  for (const { one, patientId, payer } of made) {
    const { person } = one
    lists.contacts.push(...contactRows(patientId, person, work.newId))
    lists.numbers.push(...taken.free(one).map((value) => ({ patient_id: patientId, system, value })))
    if (person.formerFamily !== undefined) lists.names.push(formerName(work.newId(), patientId, person))
    if (payer && person.coverage) lists.coverages.push(coverageRow(work.newId(), patientId, payer.id, person.coverage))
  }
  // Late: whoever registers somebody at the desk meanwhile waits for this counter.
  const last = await takeNumbers(db, 'mrn', fresh.length)
  await insertRows(
    db,
    'patient',
    made.map(({ one, patientId }, nth) =>
      patientRow(patientId, last - fresh.length + 1 + nth, one.person, at),
    ) as never,
  )
  return made.map(({ one, patientId, payer }) => ({
    one,
    patientId,
    before: {},
    after: newFields(one.person, payer?.name ?? null),
  }))
}

function formerName(id: string, patientId: string, person: FilePerson) {
  return { id, patient_id: patientId, use: 'old', given: person.given, family: person.formerFamily }
}

async function fillKnown(work: Work, known: readonly Taken[], { payers, taken, lists }: Parts) {
  const { db, run } = work
  const ids = [...new Set(known.flatMap(({ other }) => (other ? [other.id] : [])))]
  if (ids.length === 0) return []
  const rows = new Map((await lockPeople(db, ids)).map((row) => [row.id, row]))
  const system = systemOf(run.identifier_system)
  const had = new Map((await selectHad(db, ids, system)).map((row) => [row.id, { ...row }]))
  const filled = []
  for (const one of known) {
    const [row, has] = [rows.get(one.other?.id ?? ''), had.get(one.other?.id ?? '')]
    if (!row || !has) throw new Overtaken()
    const { person } = one
    const columns = fillOf(row, person)
    const contacts = contactRows(row.id, person, work.newId).filter(
      ({ system: kind, search_value: value }) =>
        !(kind === 'phone' ? has.has_phone : has.has_email) && !has.ended.includes(value),
    )
    const numbers = has.has_number ? [] : taken.free(one)
    const payer = has.has_coverage ? null : payers.of(person)
    const coverage = payer && person.coverage ? coverageRow(work.newId(), row.id, payer.id, person.coverage) : null
    lists.contacts.push(...contacts)
    lists.numbers.push(...numbers.map((value) => ({ patient_id: row.id, system, value })))
    if (coverage) lists.coverages.push(coverage)
    const change = Object.fromEntries(Object.entries(columns).map(([column, { after }]) => [column, after]))
    const isAny = Object.keys(change).length > 0 || contacts.length > 0 || numbers.length > 0 || coverage !== null
    if (isAny) await writePerson(db, row.id, columnsToWrite(row, change))
    // A second row of the file for the same person finds what the first one filled.
    rows.set(row.id, { ...row, ...change })
    has.has_phone = has.has_phone || contacts.some(({ system: kind }) => kind === 'phone')
    has.has_email = has.has_email || contacts.some(({ system: kind }) => kind === 'email')
    has.has_coverage = has.has_coverage || coverage !== null
    has.has_number = has.has_number || numbers.length > 0
    filled.push({
      one,
      patientId: row.id,
      columns,
      addedIds: [...contacts.map(({ id }) => id), ...(coverage ? [coverage.id] : [])],
      numbers,
      before: Object.fromEntries(Object.entries(columns).map(([column, { before }]) => [column, before])),
      after: {
        ...change,
        phone: contacts.find(({ system: kind }) => kind === 'phone')?.value,
        email: contacts.find(({ system: kind }) => kind === 'email')?.value,
        identifier: numbers,
        ...(coverage ? { 'coverage.payer': payer?.name, 'coverage.memberId': coverage.member_id } : {}),
      },
    })
  }
  return filled
}

export function rowOf(runId: string, one: Judged, more: readonly FileFault[] = []): NewRow {
  const empty = {
    run_id: runId,
    line: one.line,
    patient_id: null,
    before: null,
    added: null,
    fingerprint: null,
    same_as_line: null,
    other_id: null,
    notes: null,
    problem: null,
    problem_column: null,
  }
  if (one.is === 'bad') return { ...empty, outcome: 'bad', problem: one.fault.code, problem_column: one.fault.column }
  const notes = [...one.notes, ...more]
  return {
    ...empty,
    outcome: one.is,
    notes: notes.length > 0 ? notes : null,
    same_as_line: one.inFile?.line ?? null,
    other_id: one.other?.id ?? null,
  }
}
