import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import { type CallInput, type EndpointSpec, isWrite, type Refusal, type Reply, type Role, roles } from '@foyer/contract'
import { Temporal } from '@foyer/kernel'
import pg from 'pg'
import { pino } from 'pino'
import { inject } from 'vitest'
import { openPayerExchange } from '../../adapters/payers/exchange.ts'
import { highsSolver } from '../../adapters/solver/highs.ts'
import { type App, buildApp } from '../../app.ts'
import { openSessions } from '../auth/sessions.ts'
import { csrfToken, cookieKey } from '../auth/tokens.ts'
import { type Clock, systemClock } from '../clock.ts'
import type { Db } from '../database/organization-db.ts'
import { openPool, type Pool } from '../database/pool.ts'
import type { Mail, Mailer } from '../ports/mailer.ts'
import type { PayerExchange } from '../ports/payer-exchange.ts'
import type { Solver } from '../ports/solver.ts'
import { databaseUrl } from './database-url.ts'
import { TEMPLATE } from './global-setup.ts'
import { TEST_SECRET } from './test-secret.ts'
import cookieSignature from '@fastify/cookie'

export { TEST_SECRET } from './test-secret.ts'

export interface TestAnswer<S extends EndpointSpec> {
  readonly status: number
  readonly body: Reply<S>
  /** Set when the answer is 409. */
  readonly refusal: Refusal<S>
  readonly problem: string | null
  readonly raw: Buffer
  readonly headers: Readonly<Record<string, string | number | string[] | undefined>>
}

export interface TestClient {
  readonly staffId: string
  readonly role: Role
  /** `name=value`, for requests made another way; null where nobody is signed in. */
  readonly cookie: string | null
  /** Goes along with every write; null where nobody is signed in. */
  readonly csrf: string | null
  /** Calls through HTTP, cookie, CSRF token, validation and serialization included. */
  call<S extends EndpointSpec>(
    spec: S,
    input: CallInput<S>,
    options?: { idempotencyKey?: string; headers?: Record<string, string> },
  ): Promise<TestAnswer<S>>
}

export interface TestOrganization {
  readonly slug: string
  readonly db: Db
  /** Somebody of this role, signed in. The same person for the same role. */
  as(role: Role): Promise<TestClient>
  /** Somebody else of this role each time, signed in. */
  another(role: Role): Promise<TestClient>
}

export interface TestApp {
  readonly app: App
  readonly pool: Pool
  readonly url: string
  readonly clock: Clock & { set(instant: string): void }
  readonly riverside: TestOrganization
  readonly lakeside: TestOrganization
  readonly mails: Mail[]
  /** What the server logged, as text. */
  readonly logged: string[]
  anonymous(): TestClient
  /** Another server on the same database, with connections of its own: what a second process would be. */
  second(): Promise<SecondServer>
  stop(): Promise<void>
}

export interface SecondServer {
  readonly app: App
  readonly pool: Pool
  /** The same person, signed in, calling this server. */
  as(client: TestClient): TestClient
  stop(): Promise<void>
}

function testClock(): Clock & { set(instant: string): void } {
  let shift = 0
  return {
    now: () => Temporal.Instant.fromEpochMilliseconds(Date.now() + shift),
    id: () => systemClock.id(),
    set: (instant) => {
      shift = Temporal.Instant.from(instant).epochMilliseconds - Date.now()
    },
  }
}

/** A server with a database of its own and two organizations without data; time can be set. */
export async function openTestApp(
  options: {
    mailServer?: boolean
    mailer?: Mailer
    searchesPerMinute?: number
    solver?: Solver
    exchange?: PayerExchange
    publicUrl?: string
  } = {},
): Promise<TestApp> {
  const serverUrl = inject('serverUrl')
  const name = `foyer_test_${randomUUID().replaceAll('-', '')}`
  const admin = new pg.Client({ connectionString: serverUrl })
  await admin.connect()
  await admin.query(`create database ${name} template ${TEMPLATE}`)
  const url = databaseUrl(serverUrl, name)
  const pool = openPool({ url, size: 8, onError: () => {}, oneEach: true })
  const clock = testClock()
  const mails: Mail[] = []
  const logged: string[] = []
  const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) })
  const mailer = options.mailer ?? (options.mailServer ? { send: async (mail: Mail) => void mails.push(mail) } : null)
  const build = (itsPool: Pool): Promise<App> =>
    buildApp({
      pool: itsPool,
      databaseUrl: url,
      migrations: resolve(import.meta.dirname, '../../../migrations'),
      clock,
      secret: TEST_SECRET,
      log,
      webFolder: '/nonexistent',
      publicUrl: options.publicUrl ?? null,
      exchange: options.exchange ?? openPayerExchange(() => clock.now().toString()),
      solver: options.solver ?? highsSolver(),
      mailer,
      searchesPerMinute: options.searchesPerMinute ?? 100_000,
      proofBits: 6,
      demoPassword: null,
    })
  const app = await build(pool)
  await app.http.ready()
  const starter = openSessions(clock)

  const tokens = new WeakMap<TestClient, { cookie: string | null; csrf: string | null }>()

  function clientOf(
    role: Role,
    staffId: string,
    cookie: string | null,
    csrf: string | null,
    server: App = app,
  ): TestClient {
    const client: TestClient = {
      staffId,
      role,
      cookie: cookie === null ? null : `foyer_session=${cookie}`,
      csrf,
      call: async (spec, input, callOptions = {}) => {
        const fields = input as Record<string, unknown>
        const names = (schema: unknown): string[] =>
          typeof schema === 'object' && schema !== null && 'shape' in schema ? Object.keys(schema.shape as object) : []
        const path = spec.path.replaceAll(/:([a-zA-Z]+)/g, (_, key: string) => encodeURIComponent(String(fields[key])))
        const query = Object.fromEntries(
          names(spec.query)
            .filter((key) => fields[key] !== undefined)
            .map((key) => [key, String(fields[key])]),
        )
        const body = spec.body
          ? Object.fromEntries(
              names(spec.body)
                .filter((key) => fields[key] !== undefined)
                .map((key) => [key, fields[key]]),
            )
          : undefined
        const response = await server.http.inject({
          method: spec.method,
          url: path,
          query,
          headers: {
            ...(cookie ? { cookie: `foyer_session=${cookie}` } : {}),
            ...(csrf ? { 'x-foyer-csrf': csrf } : {}),
            ...(isWrite(spec) ? { 'idempotency-key': callOptions.idempotencyKey ?? randomUUID() } : {}),
            ...callOptions.headers,
          },
          ...(body ? { payload: body } : {}),
        })
        // What the server says of a fault is in its log alone.
        if (response.statusCode >= 500)
          process.stderr.write(`${spec.method} ${spec.path}: ${response.statusCode}\n${logged.slice(-3).join('')}`)
        const type = response.headers['content-type'] ?? ''
        const json = type.includes('json') ? response.json<Record<string, unknown>>() : {}
        return {
          status: response.statusCode,
          body: json as never,
          refusal: (json['refusal'] ?? null) as never,
          problem: type.includes('problem') ? String(json['type']).replace('/problems/', '') : null,
          raw: response.rawPayload,
          headers: response.headers,
        }
      },
    }
    tokens.set(client, { cookie, csrf })
    return client
  }

  async function second(): Promise<SecondServer> {
    const itsPool = openPool({ url, size: 8, onError: () => {}, oneEach: true })
    const other = await build(itsPool)
    await other.http.ready()
    return {
      app: other,
      pool: itsPool,
      as: (client) => {
        const { cookie = null, csrf = null } = tokens.get(client) ?? {}
        return clientOf(client.role, client.staffId, cookie, csrf, other)
      },
      stop: async () => {
        await other.stop()
        await itsPool.end()
      },
    }
  }

  function organization(slug: string): TestOrganization {
    const found = app.organizations.find(slug)
    if (!found) throw new Error(`no organization ${slug}`)
    const known = new Map<Role, Promise<TestClient>>()
    async function signIn(role: Role, mailbox: string = role): Promise<TestClient> {
      const staffId = clock.id()
      const actor = { staffId, name: `Test ${role}`, role }
      await found!.db
        .insertInto('staff')
        .values({ id: staffId, email: `${mailbox}@${slug}.example.org`, name: actor.name, role, password_hash: null })
        .execute()
      const { token, session } = await starter.start(found!.db, slug, actor, 'test')
      const signed = cookieSignature.sign(`${slug}.${token}`, cookieKey(TEST_SECRET))
      return clientOf(role, staffId, encodeURIComponent(signed), csrfToken(TEST_SECRET, session.id))
    }
    return {
      slug,
      db: found.db,
      as: (role) => {
        const client = known.get(role) ?? signIn(role)
        known.set(role, client)
        return client
      },
      another: (role) => signIn(role, randomUUID()),
    }
  }

  return {
    app,
    pool,
    url,
    clock,
    riverside: organization('riverside'),
    lakeside: organization('lakeside'),
    mails,
    logged,
    anonymous: () => clientOf(roles[0], '', null, null),
    second,
    stop: async () => {
      await app.stop()
      await pool.end()
      await admin.query(`drop database if exists ${name} with (force)`)
      await admin.end()
    },
  }
}
