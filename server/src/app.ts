import type { LiveEvent } from '@foyer/contract'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { auditRoutes } from './features/audit/routes.ts'
import { arrivalRoutes } from './features/arrival/routes.ts'
import { callsReactions } from './features/calls/jobs.ts'
import { callsRoutes } from './features/calls/routes.ts'
import { consentsRoutes } from './features/consents/routes.ts'
import { estimatesReactions } from './features/coverage/estimates/jobs.ts'
import { startEligibilityWorker, startNightlySweeps } from './features/coverage/index.ts'
import { checksReactions } from './features/coverage/checks/jobs.ts'
import { orderReactions } from './features/coverage/order/jobs.ts'
import { coverageRoutes } from './features/coverage/routes.ts'
import { documentsRoutes } from './features/documents/routes.ts'
import { sealFormerWords } from './features/documents/index.ts'
import { feedsRoutes } from './features/feeds/routes.ts'
import { liveRoutes } from './features/live/routes.ts'
import { measuresRoutes } from './features/measures/routes.ts'
import { messagesReactions } from './features/messages/jobs.ts'
import { messagesRoutes } from './features/messages/routes.ts'
import { duplicatesReactions } from './features/patients/duplicates/jobs.ts'
import { startNightlySweep } from './features/patients/duplicates/nightly.ts'
import { makesUnplain, openGate, openTextBook, openUnplainBook, startKeyMaker } from './features/patients/index.ts'
import { patientsReactions } from './features/patients/jobs.ts'
import { patientsRoutes } from './features/patients/routes.ts'
import { relativesRoutes } from './features/relatives/routes.ts'
import { paymentsRoutes } from './features/payments/routes.ts'
import { peopleExportRoutes } from './features/people-export/routes.ts'
import { peopleImportRoutes } from './features/people-import/routes.ts'
import { startImportWorker } from './features/people-import/work/worker.ts'
import { openPracticeBook } from './features/practice/index.ts'
import { practiceRoutes } from './features/practice/routes.ts'
import { printRoutes } from './features/print/routes.ts'
import { repairRoutes } from './features/repair/routes.ts'
import { openAvailability } from './features/scheduling/index.ts'
import { schedulingReactions } from './features/scheduling/jobs.ts'
import { schedulingRoutes } from './features/scheduling/routes.ts'
import { openLinks } from './features/self-booking/index.ts'
import { selfBookingReactions } from './features/self-booking/jobs.ts'
import { selfBookingRoutes } from './features/self-booking/routes.ts'
import { sessionRoutes } from './features/session/routes.ts'
import { sealKey } from './platform/audit/seal.ts'
import { startSealer } from './platform/audit/sealer.ts'
import { openSessions } from './platform/auth/sessions.ts'
import { answerToken, cookieKey } from './platform/auth/tokens.ts'
import type { Clock } from './platform/clock.ts'
import type { Pool } from './platform/database/pool.ts'
import type { RelayedEvent } from './platform/events/event.ts'
import { startJobs } from './platform/events/jobs.ts'
import { openLiveHub } from './platform/events/live-hub.ts'
import { openNotices } from './platform/events/notices.ts'
import { startRelay } from './platform/events/relay.ts'
import { faultLine } from './platform/fault-line.ts'
import { registerHealth } from './platform/http/health.ts'
import { type Platform, registerRoutes } from './platform/http/register.ts'
import { openSignedCookies } from './platform/http/signed-cookie.ts'
import type { Route } from './platform/http/route.ts'
import { openHttp } from './platform/http/server.ts'
import { closeStreams } from './platform/http/stream.ts'
import { startHousekeeping } from './platform/housekeeping.ts'
import { openOrganizations, type Organizations, organizationsOver } from './platform/organizations.ts'
import type { Mailer } from './platform/ports/mailer.ts'
import type { PayerExchange } from './platform/ports/payer-exchange.ts'
import type { Solver } from './platform/ports/solver.ts'
import { openKeys } from './platform/sealing/keys.ts'
import { documentRoutes } from './platform/http/openapi.ts'

export interface AppDeps {
  readonly pool: Pool
  /** For the connections that listen; the pool has its own. */
  readonly databaseUrl: string
  readonly migrations: string
  readonly clock: Clock
  readonly secret: string
  readonly log: Logger
  readonly webFolder: string
  readonly publicUrl: string | null
  /** Null: nothing is sent; messages stay in the outbox and say so. */
  readonly mailer: Mailer | null
  /** Ways to payers. */
  readonly exchange: PayerExchange
  /** Best plans for many visits at once. */
  readonly solver: Solver
  readonly searchesPerMinute: number
  /** Zero bits that the proof of work of the public pages begins with. */
  readonly proofBits: number
  /** Shown on the sign-in page of a demo practice. */
  readonly demoPassword: string | null
}

export interface App {
  readonly http: FastifyInstance
  readonly organizations: Organizations
  readonly routes: readonly Route[]
  stop(): Promise<void>
}

function liveEventOf(event: RelayedEvent): LiveEvent {
  return {
    type: event.type,
    id: event.id,
    patientId: event.patientId ?? null,
    siteId: event.siteId ?? null,
    date: event.date ?? null,
  }
}

/** Events after which time of resources is not what it was. Whoever knows better reads the log. */
function takesTime({ type }: LiveEvent): boolean {
  return /^(appointment|hold|block|time|group)\./.test(type)
}

/** Events after which there may be something to ask a payer. */
function asksPayers({ type }: LiveEvent): boolean {
  return /^(eligibility|payer-connection)\./.test(type)
}

/** For what follows from a change: a storm of it takes no connection from the desk. */
const BEHIND_CONNECTIONS = 4

/** A stopping server waits this long for requests under way. */
const LONGEST_REQUEST_MS = 10_000

/** What goes between processes: an event for the browsers of the others. */
interface Notice {
  readonly organization: string
  readonly event: LiveEvent
}

/** Wires everything; listens on nothing yet. */
export async function buildApp(deps: AppDeps): Promise<App> {
  const { pool, clock, log, solver, exchange } = deps
  const onFault = (error: unknown, where: object): void => {
    log.error({ ...where, fault: faultLine(error) }, 'background fault')
  }
  const organizations = await openOrganizations(pool, deps.migrations, clock)
  const sessions = openSessions(clock)
  const hub = openLiveHub()
  const practices = openPracticeBook()
  const unplain = openUnplainBook()
  const consentTexts = openTextBook()
  const availability = openAvailability({
    onFault: (error, organization) => onFault(error, { part: 'availability', organization }),
    onMade: (organization, made) => log.info({ organization, ...made }, 'index of free time made'),
  })

  const importWorker = startImportWorker({
    organizations: () => organizations.all(),
    clock,
    onFault: (error, organization) => onFault(error, { part: 'people import', organization }),
  })

  const eligibilityWorker = startEligibilityWorker({
    organizations: () => organizations.all(),
    exchange,
    now: () => clock.now(),
    newId: () => clock.id(),
    keysOf: (slug) => openKeys(deps.secret, organizations.find(slug)?.id ?? slug, () => clock.now().toString()),
    onTold: (organization) => relay.poke(organization),
    onFault: (error, organization) => onFault(error, { part: 'eligibility', organization }),
    onLeft: (left, organization) => log.info({ organization, ...left }, 'file left in a mailbox of a payer'),
  })

  /** Every process does this for every event, its own or another's. */
  function hear({ organization, event }: Notice): void {
    if (event.type === 'session.ended' || event.type === 'staff.changed')
      sessions.forget(event.type === 'session.ended' ? event.id : null)
    if (event.type === 'practice.changed') practices.forget(organization)
    if (event.type === 'organization.created') void organizations.reload()
    if (takesTime(event)) availability.poke(organization)
    if (makesUnplain(event)) unplain.forget(organization)
    if (event.type === 'consent-text.changed') consentTexts.forget(organization)
    if (event.type === 'people-import.changed') importWorker.poke(organization)
    if (asksPayers(event)) eligibilityWorker.poke(organization)
    hub.publish(organization, event)
  }

  const behindPool = pool.beside({ size: BEHIND_CONNECTIONS, isDoneAgain: true })
  const behind = organizationsOver(organizations, behindPool)
  const notices = await openNotices<Notice>({
    url: deps.databaseUrl,
    pool: behindPool,
    on: hear,
    onGap: () => {
      sessions.forget(null)
      practices.forget(null)
      unplain.forget(null)
      consentTexts.forget(null)
      availability.poke(null)
      // Pages look at everything again when their stream comes back.
      closeStreams()
    },
    onError: (error) => onFault(error, { part: 'notices' }),
  })
  const answerUrl = (organization: string, repairId: string, appointmentId: string): string | null =>
    deps.publicUrl === null
      ? null
      : `${deps.publicUrl.replace(/\/$/, '')}/answer#${organization}~${answerToken(deps.secret, organization, repairId, appointmentId)}`
  const links = openLinks(deps.publicUrl, deps.secret)
  const jobs = await startJobs({
    url: deps.databaseUrl,
    reactions: [
      ...schedulingReactions({ organizations: behind, practices, clock, answerUrl, ownLink: links.visit }),
      ...selfBookingReactions({ organizations: behind, practices, clock, links }),
      // A letter that has gone must be known to have gone.
      ...messagesReactions({ organizations, clock, mailer: deps.mailer }),
      ...patientsReactions({ organizations: behind, clock }),
      ...callsReactions(),
      ...duplicatesReactions({ organizations: behind, clock }),
      ...estimatesReactions({ organizations: behind, practices, clock }),
      ...orderReactions({ organizations: behind, practices, clock }),
      ...checksReactions({ organizations: behind, practices, clock }),
    ],
    onFault: (error, details) => onFault(error, { part: 'jobs', ...details }),
  })
  const relay = startRelay({
    organizations: () => behind.all(),
    now: () => clock.now().toString(),
    enqueue: jobs.enqueue,
    publish: (event) => {
      const notice = { organization: event.organization, event: liveEventOf(event) }
      hear(notice)
      notices.send(notice)
    },
    onFault: (error, organization) => onFault(error, { part: 'relay', organization }),
  })
  const sealer = startSealer({
    organizations: () => organizations.all(),
    key: sealKey(deps.secret),
    now: () => {
      const now = clock.now()
      return { ms: now.epochMilliseconds, iso: now.toString() }
    },
    onFault: (error, organization) => onFault(error, { part: 'sealer', organization }),
  })
  const housekeeping = startHousekeeping({
    organizations: () => organizations.all(),
    now: () => clock.now(),
    onFault: (error, organization) => onFault(error, { part: 'housekeeping', organization }),
  })

  const nightly = startNightlySweep({
    organizations: () => organizations.all(),
    now: () => clock.now(),
    newId: () => clock.id(),
    onAsked: (organization) => relay.poke(organization),
    onFault: (error, organization) => onFault(error, { part: 'nightly sweep', organization }),
  })
  const nightlySweeps = startNightlySweeps({
    organizations: () => organizations.all(),
    now: () => clock.now(),
    newId: () => clock.id(),
    onAsked: (organization) => relay.poke(organization),
    onFault: (error, organization) => onFault(error, { part: 'eligibility sweeps', organization }),
  })
  const keyMaker = startKeyMaker({
    organizations: () => organizations.all(),
    onProgress: (organization, made) => log.info({ organization, made }, 'keys of people made'),
    onFault: (error, organization) => onFault(error, { part: 'keys', organization }),
  })

  const wordsSealed = sealFormerWords({
    organizations: () => organizations.all(),
    secret: deps.secret,
    now: () => clock.now().toString(),
    onFault: (error, organization) => onFault(error, { part: 'words of documents', organization }),
  })

  const secure = deps.publicUrl?.startsWith('https:') ?? false
  const platform: Platform = {
    pool,
    clock,
    organizations,
    sessions,
    cookies: openSignedCookies(),
    secret: deps.secret,
    secure,
    searchesPerMinute: deps.searchesPerMinute,
    beforeRecords: openGate(unplain),
    onTold: (organization, events) => {
      availability.told(organization, events)
      if (events.some(makesUnplain)) unplain.forget(organization)
      if (events.some(({ type }) => type === 'consent-text.changed')) consentTexts.forget(organization)
      relay.poke(organization)
    },
  }
  const routes = [
    ...sessionRoutes({ organizations, sessions, clock, secret: deps.secret, demoPassword: deps.demoPassword }),
    ...practiceRoutes({ practices, mailServer: deps.mailer !== null }),
    ...documentsRoutes({ secret: deps.secret }),
    ...relativesRoutes(),
    ...patientsRoutes({
      setUp: practices,
      texts: consentTexts,
      rules: {
        read: async (organization) => (await practices.read(organization)).registrationRules,
        forget: (slug) => practices.forget(slug),
      },
    }),
    ...peopleExportRoutes({ secret: deps.secret }),
    ...peopleImportRoutes(),
    ...schedulingRoutes({ practices, availability }),
    ...repairRoutes({
      organizations,
      practices,
      clock,
      solver,
      answerToken: (organization, repairId, appointmentId) =>
        answerToken(deps.secret, organization, repairId, appointmentId),
      linkInMessages: deps.publicUrl !== null,
    }),
    ...selfBookingRoutes({
      practices,
      availability,
      secret: deps.secret,
      mailer: deps.mailer,
      proofBits: deps.proofBits,
    }),
    ...arrivalRoutes({ practices }),
    ...consentsRoutes({ practices }),
    ...coverageRoutes({ practices, exchange, secret: deps.secret, publicUrl: deps.publicUrl }),
    ...paymentsRoutes({ practices }),
    ...callsRoutes(),
    ...printRoutes({ practices }),
    ...measuresRoutes({ practices, availability }),
    ...feedsRoutes({ organizations, practices, clock }),
    ...messagesRoutes({ mailServer: deps.mailer !== null }),
    ...auditRoutes({ key: sealKey(deps.secret) }),
    ...liveRoutes({ hub }),
  ]
  const http = await openHttp({
    log,
    cookieKey: cookieKey(deps.secret),
    webFolder: deps.webFolder,
    secure,
    newId: () => clock.id(),
  })
  registerHealth(http, pool)
  documentRoutes(http)
  registerRoutes(http, platform, routes)

  return {
    http,
    organizations,
    routes,
    stop: async () => {
      closeStreams()
      const giveUp = setTimeout(() => http.server.closeAllConnections(), LONGEST_REQUEST_MS)
      await http.close()
      clearTimeout(giveUp)
      await availability.stop()
      await eligibilityWorker.stop()
      await nightlySweeps.stop()
      await relay.stop()
      await jobs.stop()
      await sealer.stop()
      await housekeeping.stop()
      await nightly.stop()
      await keyMaker.stop()
      await wordsSealed
      await importWorker.stop()
      await solver.stop()
      for (const organization of organizations.all()) await organization.auditLog.drain()
      await notices.stop()
      await behindPool.end()
    },
  }
}
