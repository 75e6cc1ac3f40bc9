import type { Temporal } from '@foyer/kernel'
import type { Db } from '../../../../platform/database/organization-db.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import { tellIn } from '../../../../platform/events/tell.ts'
import type { PayerExchange } from '../../../../platform/ports/payer-exchange.ts'
import type { Keys } from '../../../../platform/sealing/keys.ts'
import { selectConnection } from '../../directory/index.ts'
import { sweepChanged } from '../events.ts'
import { GIVE_UP_HOURS } from './limits.ts'
import { pickUpAnswers, sendBatch } from './batch.ts'
import type { WorkDeps } from './deps.ts'
import { type LeftFile, type Mailbox, openMailbox } from './mailbox.ts'
import { sendCheck } from './send.ts'
import { giveUp } from './settle.ts'
import { practiceZone } from '../store.ts'
import { findOpenSweep } from '../sweeps/store.ts'
import { claimDue, type ClaimedRow, endSweeps, selectBatchLines, selectForgottenRows } from './store.ts'

const LOOK_EVERY_MS = 2000
const BATCHES_EVERY_MS = 10_000
/** Whether a payer has answered a batch is asked no oftener: it has until the next morning (CAQH CORE 155). */
const ASK_FOR_RESULTS_EVERY_SECONDS = 60
const FORGET_EVERY_MS = 10 * 60_000
/** Questions under way to one line at a time. Somebody at the desk never waits behind a sweep. */
const most = { desk: 6, sweep: 4 } as const
type Lane = keyof typeof most

export interface EligibilityWorker {
  /** There may be something to ask for an organization. */
  poke(organization: string): void
  stop(): Promise<void>
}

interface Organization {
  readonly slug: string
  readonly db: Db
}

export interface WorkerOptions {
  readonly organizations: () => readonly Organization[]
  readonly exchange: PayerExchange
  readonly now: () => Temporal.Instant
  readonly newId: () => string
  readonly keysOf: (slug: string) => Keys
  readonly onFault: (error: unknown, organization: string) => void
  /** A file in a mailbox stays where it lies. */
  readonly onLeft: (left: LeftFile & { readonly connectionId: string }, organization: string) => void
  /** What was written is to be told. */
  readonly onTold: (organization: string) => void
}

/**
 * Sends questions that are due, in every process: a row is claimed for a minute, so that each is sent by one and taken up
 * by another when that one dies.
 */
export function startEligibilityWorker(options: WorkerOptions): EligibilityWorker {
  const underWay = new Map<string, number>()
  const running = new Set<Promise<void>>()
  const looking = new Set<string>()
  const again = new Set<string>()
  /** Organizations in which no sweep is open: of them nothing is asked for but questions that are due. */
  const withoutSweep = new Set<string>()
  let stopped = false

  async function depsOf({ slug, db }: Organization): Promise<WorkDeps> {
    const { exchange, now, newId } = options
    return { db, exchange, now, newId, keys: options.keysOf(slug), zone: await practiceZone(db) }
  }

  function underWayOf(slug: string, lane: Lane): Record<string, number> {
    const begins = `${slug} ${lane} `
    const those = [...underWay].filter(([key]) => key.startsWith(begins))
    return Object.fromEntries(those.map(([key, count]) => [key.slice(begins.length), count]))
  }

  function track(work: Promise<void>): void {
    running.add(work)
    void work.finally(() => running.delete(work))
  }

  async function one(organization: Organization, deps: WorkDeps, key: string, row: ClaimedRow): Promise<void> {
    try {
      await sendCheck(deps, row)
    } catch (error) {
      options.onFault(error, organization.slug)
    }
    const left = (underWay.get(key) ?? 1) - 1
    if (left > 0) underWay.set(key, left)
    else underWay.delete(key)
    options.onTold(organization.slug)
    poke(organization.slug)
  }

  async function look(organization: Organization): Promise<void> {
    const { slug, db } = organization
    const claimed: { readonly lane: Lane; readonly row: ClaimedRow }[] = []
    for (const lane of ['desk', 'sweep'] as const) {
      const claim = { now: options.now().toString(), lane, most: most[lane], underWay: underWayOf(slug, lane) }
      for (const row of await claimDue(db, claim)) claimed.push({ lane, row })
    }
    if (claimed.length > 0) {
      const deps = await depsOf(organization)
      for (const { lane, row } of claimed) {
        const key = `${slug} ${lane} ${row.connection_id}`
        underWay.set(key, (underWay.get(key) ?? 0) + 1)
        track(one(organization, deps, key, row))
      }
    }
    if (!withoutSweep.has(slug)) await endSweepsOf(organization)
  }

  async function endSweepsOf({ slug, db }: Organization): Promise<void> {
    const now = options.now().toString()
    const ended = await inTransaction(db, async (tx) => {
      const ids = await endSweeps(tx, now)
      for (const id of ids) await tellIn(tx, now, sweepChanged(id))
      return ids
    })
    if (ended.length > 0) options.onTold(slug)
    // Before the look at what is open: a sweep that begins meanwhile pokes again.
    withoutSweep.add(slug)
    if ((await findOpenSweep(db)) !== null) withoutSweep.delete(slug)
  }

  function pokeAnew(slug: string): void {
    withoutSweep.delete(slug)
    poke(slug)
  }

  function poke(slug: string): void {
    const organization = options.organizations().find((candidate) => candidate.slug === slug)
    if (stopped || !organization) return
    if (looking.has(slug)) {
      again.add(slug)
      return
    }
    looking.add(slug)
    track(lookOnce(organization))
  }

  async function lookOnce(organization: Organization): Promise<void> {
    const { slug } = organization
    try {
      await look(organization)
    } catch (error) {
      options.onFault(error, slug)
    }
    looking.delete(slug)
    if (again.delete(slug)) poke(slug)
  }

  /** When a line over which answers are asked for may be asked again. */
  const resultsAfter = new Map<string, Temporal.Instant>()

  /** A folder may be looked into at any time. */
  function mayPickUp(id: string, kind: string): boolean {
    const after = resultsAfter.get(id)
    if (kind === 'sftp') return true
    if (after && options.now().epochMilliseconds < after.epochMilliseconds) return false
    resultsAfter.set(id, options.now().add({ seconds: ASK_FOR_RESULTS_EVERY_SECONDS }))
    return true
  }

  const mailboxes = new Map<string, Mailbox>()

  function mailboxOf(slug: string, connectionId: string): Mailbox {
    const key = `${slug} ${connectionId}`
    const mailbox =
      mailboxes.get(key) ?? openMailbox(options.now, (left) => options.onLeft({ ...left, connectionId }, slug))
    mailboxes.set(key, mailbox)
    return mailbox
  }

  async function batches(organization: Organization): Promise<void> {
    const lines = await selectBatchLines(organization.db, options.now().toString())
    if (lines.length === 0) return
    const deps = await depsOf(organization)
    for (const { id, kind, has_waiting, has_sent } of lines) {
      const line = await selectConnection(organization.db, id)
      if (!line) continue
      const sent = has_waiting ? await sendBatch(deps, line) : 0
      const read =
        has_sent && mayPickUp(id, kind) ? await pickUpAnswers(deps, line, mailboxOf(organization.slug, id)) : 0
      // There may be more: over CAQH CORE one batch of answers comes at a time.
      if (read > 0) resultsAfter.delete(id)
      if (sent + read > 0) options.onTold(organization.slug)
    }
  }

  async function forget(organization: Organization): Promise<void> {
    const before = options.now().subtract({ hours: GIVE_UP_HOURS }).toString()
    // Whatever was missed of sweeps is found now.
    withoutSweep.delete(organization.slug)
    const rows = await selectForgottenRows(organization.db, before)
    if (rows.length === 0) return
    const deps = await depsOf(organization)
    for (const row of rows) await giveUp(deps, row, row.failure ?? 'too-slow')
    options.onTold(organization.slug)
  }

  /** One time after the other, for one organization after the other. */
  function each(everyMs: number, work: (organization: Organization) => Promise<void>): () => void {
    let isRunning = false
    const timer = setInterval(() => {
      if (isRunning || stopped) return
      isRunning = true
      const all = async (): Promise<void> => {
        for (const organization of options.organizations())
          await work(organization).catch((error: unknown) => options.onFault(error, organization.slug))
        isRunning = false
      }
      track(all())
    }, everyMs)
    return () => clearInterval(timer)
  }

  const timers = [
    each(LOOK_EVERY_MS, async ({ slug }) => poke(slug)),
    each(BATCHES_EVERY_MS, batches),
    each(FORGET_EVERY_MS, forget),
  ]

  return {
    poke: pokeAnew,
    stop: async () => {
      stopped = true
      for (const stopTimer of timers) stopTimer()
      // Nobody waits 20 s for a payer in order to stop: what is under way is asked again after its lease.
      await Promise.race([Promise.all(running), new Promise((resolve) => setTimeout(resolve, 2000).unref())])
    },
  }
}
