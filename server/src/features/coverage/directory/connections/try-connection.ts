import type { payers, Reply } from '@foyer/contract'
import { ok, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../../platform/context.ts'
import { Problem } from '../../../../platform/http/problem.ts'
import type { ExchangeProblem, Hop, PayerExchange } from '../../../../platform/ports/payer-exchange.ts'
import type { Keys } from '../../../../platform/sealing/keys.ts'
import { directoryChanged } from '../events.ts'
import { selectPayerOn } from '../store.ts'
import { billingProviderOf, lineOf, nextControlNumber } from '../ways.ts'
import { type ExchangeOutcome, LIMIT_MS } from './line-health.ts'
import { presentConnection } from './present.ts'
import { noteExchange } from './state.ts'
import { type Connection, selectConnection } from './store.ts'
import { trialAnswer, trialQuestion } from './trial.ts'

type Answer = Reply<typeof payers.tryConnection>

interface Tried {
  readonly outcome: ExchangeOutcome
  readonly answer: Answer['answer']
  readonly detail: string | null
  readonly hops: readonly Hop[]
}

/** One exchange, and what came of it. No transaction is open meanwhile. */
export async function tryConnection(
  ctx: Ctx,
  keys: Keys,
  exchange: PayerExchange,
  connectionId: string,
  limitMs = LIMIT_MS,
): Promise<Result<Answer, never>> {
  ctx.touch([], connectionId)
  const before = await ctx.recall()
  // The same request again, whose first answer was lost.
  if (before !== undefined && before !== null) return ok(before as Answer)
  const connection = await selectConnection(ctx.db, connectionId)
  if (!connection) throw new Problem('not-found')
  const started = performance.now()
  const tried =
    connection.kind === 'sftp'
      ? await look(ctx, keys, exchange, connection, limitMs)
      : await ask(ctx, keys, exchange, connection, limitMs)
  const ms = Math.round(performance.now() - started)
  return ctx.tx(async (db) => {
    await noteExchange(db, connectionId, ctx.now, tried.outcome)
    await ctx.tell(db, directoryChanged(connectionId))
    const after = (await selectConnection(db, connectionId)) ?? connection
    return ok({ ...tried, hops: [...tried.hops], ms, connection: presentConnection(after) })
  })
}

/** Only looks: what lies there is picked up by those whose work it is. */
async function look(
  ctx: Ctx,
  keys: Keys,
  exchange: PayerExchange,
  connection: Connection,
  limitMs: number,
): Promise<Tried> {
  const done = await exchange.pickUp(await lineOf(ctx.db, keys, connection), limitMs, () => false)
  if (!done.ok) return failed(done.problem, done.detail, done.hops)
  const answer = { kind: 'files', files: done.lying } as const
  return { outcome: 'answered', answer, detail: null, hops: done.hops }
}

async function ask(
  ctx: Ctx,
  keys: Keys,
  exchange: PayerExchange,
  connection: Connection,
  limitMs: number,
): Promise<Tried> {
  const [payer, provider, controlNumber, line] = await Promise.all([
    selectPayerOn(ctx.db, connection.id),
    billingProviderOf(ctx.db, null),
    nextControlNumber(ctx.db, connection.id),
    lineOf(ctx.db, keys, connection),
  ])
  const at = ctx.now.toString()
  const bytes = trialQuestion({
    connection,
    payer: payer ?? { name: 'PAYER', knownAs: connection.receiverId },
    provider,
    controlNumber,
    date: at.slice(0, 10),
    time: at.slice(11, 16),
  })
  // Numbers or names that no interchange can carry, such as a sender's of more than 15 characters.
  if (!bytes) return failed('refused-us', 'NOT_WRITTEN', [])
  const outgoing = { id: ctx.newId(), transaction: '270', guide: '005010X279A1', at, bytes }
  const done = await exchange.ask(line, outgoing, limitMs)
  if (!done.ok) return failed(done.problem, done.detail, done.hops)
  const kind = trialAnswer(done.payload)
  if (kind === null) return failed('not-understood', 'NO_X12_ANSWER', done.hops)
  return { outcome: 'answered', answer: { kind, files: 0 }, detail: null, hops: done.hops }
}

function failed(outcome: ExchangeProblem, detail: string, hops: readonly Hop[]): Tried {
  return { outcome, answer: null, detail, hops }
}
