import { dateAt } from '@foyer/kernel'
import type { Clock } from '../../../platform/clock.ts'
import type { Db } from '../../../platform/database/organization-db.ts'
import { databaseFault } from '../../../platform/database/organization-db.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Role } from '@foyer/contract'
import { yieldToTheDesk } from '../../../platform/events/pace.ts'
import { tellIn } from '../../../platform/events/tell.ts'
import type { Asker } from '../../patients/index.ts'
import { importChanged } from '../events.ts'
import { deleteUnusedPayers } from '../people/store.ts'
import { type Counts, mappingOf, reportOf, type RunReport, systemOf } from '../report.ts'
import {
  changeRun,
  deleteParts,
  findStaff,
  insertRunRows,
  keepClaim,
  type RunChange,
  type RunRow,
  selectRowsToUndo,
  siteZones,
} from '../store.ts'
import { asMatch } from './as-match.ts'
import { bringIn, Overtaken, rowOf } from './bring-in.ts'
import { openFileIndex } from './file-index.ts'
import { judge, type Judged, type PendingRow } from './judge.ts'
import { pendingRows } from './rows.ts'
import { takeBack } from './take-back.ts'

/** Small enough that a batch is over before somebody at the desk notices. */
const BATCH = 100
const TELL_EVERY_MS = 1000
/** Each time somebody at the desk merged one of the batch within milliseconds: more than this is a fault of ours. */
const MOST_OVERTAKEN = 20

export interface PhaseWork {
  readonly db: Db
  readonly clock: Clock
  readonly worker: string
  readonly isStopped: () => boolean
}

const unreadable = { code: 'row-unreadable', column: null } as const

/** Another process has the run, or somebody stopped it: nothing more is done here. */
class Ended extends Error {}

/** Goes on with a run from where it stands until it is over, stopped or taken by another process. */
export async function workOn(work: PhaseWork, run: RunRow): Promise<void> {
  const asker = await askerOf(work, run)
  try {
    if (run.state === 'undoing') await undo(work, run, asker)
    else await goThrough(work, run, asker)
  } catch (error) {
    if (!(error instanceof Ended)) throw error
  }
}

/** A run goes on with the rights of whoever started it, as they are now; who has left sees nothing restricted. */
async function askerOf({ db, clock }: PhaseWork, run: RunRow): Promise<Asker> {
  const staff = await findStaff(db, run.started_by)
  return {
    actor: { staffId: run.started_by, name: staff?.name ?? '', role: (staff?.role ?? 'junior') as Role },
    now: clock.now(),
  }
}

async function goThrough(work: PhaseWork, run: RunRow, asker: Asker): Promise<void> {
  const { db } = work
  const mapping = mappingOf(run.mapping)
  const isDry = run.state === 'checking'
  const zones = await siteZones(db)
  const today =
    zones
      .map((zone) => dateAt(asker.now, zone))
      .toSorted()
      .at(-1) ?? dateAt(asker.now, 'UTC')
  const system = systemOf(run.identifier_system)
  const wholeFile = openFileIndex()
  const teller = openTeller(work)
  let waiting: PendingRow[] = []

  /** Answers how many of the rows are done with. */
  function write(batch: readonly PendingRow[]): Promise<number> {
    let inFile: readonly Judged[] | null = null
    return inTransaction(db, async (tx) => {
      const now = await claimed(tx, work, run)
      // Judged once however often it is written: a row that is in the index already would be taken for its own double.
      inFile ??= isDry ? await judge(asker, tx, batch, { system, index: wholeFile }) : null
      const judged = inFile ?? upToRepeated(await judge(asker, tx, batch, { system, index: openFileIndex() }))
      const made = isDry
        ? await insertRunRows(
            tx,
            judged.map((one) => rowOf(run.id, one)),
          ).then(() => [])
        : await bringIn({ db: tx, run: now, mapping, asker, newId: () => work.clock.id() }, judged)
      const report = reportOf(now.report)
      await step(tx, work, now, {
        cursor_line: judged.at(-1)?.line ?? now.cursor_line,
        report: JSON.stringify({
          ...report,
          counts: counted(report.counts, judged),
          progress: report.progress + judged.length,
        }),
        ...(made.length > 0 ? { made_payers: [...now.made_payers, ...made] } : {}),
      })
      await teller.tell(tx, run.id)
      return judged.length
    })
  }

  async function writeAsItIsNow(batch: readonly PendingRow[]): Promise<number> {
    for (let overtaken = 0; ; overtaken++)
      try {
        return await write(batch)
      } catch (error) {
        if (!(error instanceof Overtaken) || overtaken === MOST_OVERTAKEN) throw error
      }
  }

  /** The same; null where a value is in the way that no table takes. Anything else is a fault of ours. */
  async function tryToWrite(batch: readonly PendingRow[]): Promise<number | null> {
    try {
      return await writeAsItIsNow(batch)
    } catch (error) {
      const code = databaseFault(error)?.code ?? ''
      if (isDry || !/^(22|23)/.test(code)) throw error
      return null
    }
  }

  async function settle(batch: readonly PendingRow[]): Promise<void> {
    let rest = batch
    let size = batch.length
    while (rest.length > 0) {
      const done = await tryToWrite(rest.slice(0, size))
      await yieldToTheDesk()
      const [first] = rest
      if (done !== null) {
        // A row that may be somebody of this very batch is judged when that one is here.
        rest = rest.slice(done)
        size = rest.length
      } else if (size > 1) size = Math.ceil(size / 2)
      else if (first) rest = [{ line: first.line, read: { faults: [unreadable] } }, ...rest.slice(1)]
    }
  }

  for await (const row of pendingRows(db, run, mapping, today)) {
    if (row.line <= run.cursor_line) {
      // Judged before the work was interrupted; those who come after may be the same person.
      if (isDry && 'person' in row.read) wholeFile.add(row.line, asMatch(row.read.person))
      continue
    }
    waiting.push(row)
    if (waiting.length < BATCH) continue
    await settle(waiting)
    waiting = []
  }
  await settle(waiting)
  await inTransaction(db, async (tx) => {
    const now = await claimed(tx, work, run)
    await finish(tx, work, now, isDry ? { state: 'checked' } : { state: 'done' })
  })
}

/** In earnest a batch ends before a row that may be a person of this batch: that one is looked for among those here. */
function upToRepeated(judged: readonly Judged[]): readonly Judged[] {
  const at = judged.findIndex((one) => one.is !== 'bad' && one.inFile !== null)
  return at > 0 ? judged.slice(0, at) : judged
}

function counted(counts: Counts, judged: readonly Judged[]): Counts {
  const after = { ...counts }
  for (const one of judged) {
    after[one.is] += 1
    if (one.is !== 'bad' && one.notes.length > 0) after.noted += 1
  }
  return after
}

async function undo(work: PhaseWork, run: RunRow, asker: Asker): Promise<void> {
  const teller = openTeller(work)
  for (let isMore = true; isMore; ) {
    isMore = await inTransaction(work.db, async (tx) => {
      const now = await claimed(tx, work, run)
      const lines = await selectRowsToUndo(tx, run.id, BATCH)
      if (lines.length === 0) {
        await deleteUnusedPayers(tx, now.made_payers)
        await finish(tx, work, now, { state: 'undone' })
        return false
      }
      const report = reportOf(now.report)
      const { removed, restored, kept } = await takeBack({ db: tx, run: now, asker }, lines)
      const sum: RunReport['undo'] = {
        removed: report.undo.removed + removed,
        restored: report.undo.restored + restored,
        kept: report.undo.kept + kept,
      }
      const progress = report.progress + lines.length
      await step(tx, work, now, { report: JSON.stringify({ ...report, undo: sum, progress }) })
      await teller.tell(tx, run.id)
      return true
    })
    await yieldToTheDesk()
  }
}

/** The run's row, held until the commit: a batch is done by one process or by none. */
async function claimed(tx: Db, work: PhaseWork, run: RunRow): Promise<RunRow> {
  const now = await keepClaim(tx, run.id, work.worker)
  if (!now || now.state !== run.state || work.isStopped()) throw new Ended()
  return now
}

async function step(tx: Db, work: PhaseWork, now: RunRow, change: RunChange): Promise<void> {
  if (!now.cancel_asked) return changeRun(tx, now.id, change)
  await changeRun(tx, now.id, change)
  // A dry run that is stopped is forgotten; what came in stays, and can be taken back.
  if (now.state === 'checking') await finish(tx, work, now, { state: 'mapping' })
  else
    await finish(tx, work, now, {
      state: 'done',
      report: JSON.stringify({ ...(JSON.parse(change.report ?? '{}') as object), isCut: true }),
    })
}

async function finish(tx: Db, { clock }: PhaseWork, run: RunRow, change: RunChange): Promise<void> {
  const at = clock.now().toString()
  const isOver = change.state === 'done' || change.state === 'undone'
  await changeRun(tx, run.id, {
    ...change,
    worker: null,
    worker_until: null,
    cancel_asked: false,
    ...(isOver ? { finished_at: at } : {}),
  })
  if (isOver) {
    await deleteParts(tx, run.id)
    // One event a run, not one a person: whoever watches reads again.
    await tellIn(tx, at, { type: 'patient.changed', id: run.id })
  }
  await tellIn(tx, at, importChanged(run.id))
}

/** Tells of progress at most once a second. */
function openTeller({ clock }: PhaseWork) {
  let told = 0
  return {
    tell: async (tx: Db, runId: string): Promise<void> => {
      if (Date.now() - told < TELL_EVERY_MS) return
      told = Date.now()
      await tellIn(tx, clock.now().toString(), importChanged(runId))
    },
  }
}
