import type { peopleImport, Refusal } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { mappingLacks } from '@foyer/patients'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import { importChanged } from './events.ts'
import { mappingOf, noCounts, reportOf } from './report.ts'
import { changeRun, deleteRows, lockRun, type RunRow } from './store.ts'

type Phase = 'checking' | 'running' | 'undoing'
type Check = Refusal<typeof peopleImport.checkImport>

/** From which states each phase may begin. A run that failed can be taken up where it stood, or taken back. */
const before: Readonly<Record<Phase, readonly string[]>> = {
  checking: ['mapping', 'checked'],
  running: ['checked'],
  undoing: ['done', 'failed'],
}

/** Hands the work to the process that takes it first; see work/worker.ts. */
export async function startPhase(ctx: Ctx, runId: string, phase: Phase): Promise<Result<object, Check>> {
  return ctx.tx<object, Check>(async (db) => {
    const run = await lockRun(db, runId)
    if (!run) throw new Problem('not-found')
    if (!before[phase].includes(run.state)) return refuse({ reason: 'wrong-state', state: run.state as never })
    const missing = mappingLacks(mappingOf(run.mapping))
    if (missing.length > 0 && phase !== 'undoing') return refuse({ reason: 'mapping-lacks', missing: [...missing] })
    // What the dry run foresaw gives way to what happens.
    if (phase !== 'undoing') await deleteRows(db, runId)
    await changeRun(db, runId, {
      state: phase,
      report: JSON.stringify(startOf(run, phase)),
      cursor_line: 0,
      cancel_asked: false,
      started_by: ctx.actor.staffId,
      finished_at: null,
      worker: null,
      worker_until: null,
    })
    await ctx.tell(db, importChanged(runId))
    return ok({})
  })
}

function startOf(run: RunRow, phase: Phase): object {
  const report = reportOf(run.report)
  return phase === 'undoing' ? { ...report, progress: 0 } : { ...report, counts: noCounts, progress: 0, isCut: false }
}
