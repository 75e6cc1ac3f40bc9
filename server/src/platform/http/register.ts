import { type EndpointSpec, isWrite, type LiveEvent, type Permission, roleMay } from '@foyer/contract'
import type { Result } from '@foyer/kernel'
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify'
import type { z } from 'zod'
import { findKeyHolder } from '../auth/api-keys.ts'
import type { Actor, Session, Sessions } from '../auth/sessions.ts'
import { guest, SESSION_HOURS } from '../auth/sessions.ts'
import { csrfToken, sameText } from '../auth/tokens.ts'
import type { Clock } from '../clock.ts'
import { type Ctx, type CtxOptions, type OpenCtx, openCtx } from '../context.ts'
import type { Pool } from '../database/pool.ts'
import { requestHash } from '../idempotency.ts'
import type { Organization, Organizations } from '../organizations.ts'
import { isOpened, sendPlainPage } from './plain-page.ts'
import { Problem, type ProblemDetail } from './problem.ts'
import { replySchema } from './reply-schema.ts'
import type { Connection, Media, Route } from './route.ts'
import type { SignedCookies } from './signed-cookie.ts'
import { openStream } from './stream.ts'

export interface Platform {
  readonly pool: Pool
  readonly clock: Clock
  readonly organizations: Organizations
  readonly sessions: Sessions
  readonly cookies: SignedCookies
  readonly secret: string
  readonly secure: boolean
  readonly searchesPerMinute: number
  readonly onTold: CtxOptions['onTold']
  /** What stands before these records for the caller; see the gate of restricted ones. */
  readonly beforeRecords: (ctx: Ctx, patientIds: readonly string[]) => Promise<'restricted' | 'merged' | null>
}

const COOKIE = 'foyer_session'

interface Caller {
  readonly organization: Organization
  readonly actor: Actor
  readonly session: Session | null
}

async function sessionCaller(platform: Platform, request: FastifyRequest): Promise<Caller | null> {
  const cookie = request.cookies[COOKIE]
  if (cookie === undefined) return null
  const [slug = '', token = ''] = platform.cookies.read(request, cookie)?.split('.') ?? []
  const organization = platform.organizations.find(slug)
  if (!organization) return null
  const session = await platform.sessions.find(organization.db, slug, token)
  return session ? { organization, actor: session.actor, session } : null
}

async function keyCaller(platform: Platform, header: string): Promise<Caller | null> {
  const [, slug = '', token = ''] = /^Bearer foyer\.([a-z0-9-]+)\.([A-Za-z0-9_-]+)$/.exec(header) ?? []
  const organization = platform.organizations.find(slug)
  const actor = organization ? await findKeyHolder(organization.db, token) : null
  return organization && actor ? { organization, actor, session: null } : null
}

async function callerOf(platform: Platform, request: FastifyRequest): Promise<Caller> {
  const header = request.headers.authorization
  const caller = header === undefined ? await sessionCaller(platform, request) : await keyCaller(platform, header)
  if (!caller) throw new Problem('not-signed-in')
  return caller
}

/** Whether the caller is still signed in. Where nobody can tell, as when the database is away, nothing changes. */
async function isKnown(platform: Platform, request: FastifyRequest): Promise<boolean> {
  return callerOf(platform, request).then(
    () => true,
    (error: unknown) => !(error instanceof Problem),
  )
}

/** A session object is remembered for seconds, and its token with it. */
const tokens = new WeakMap<Session, string>()

function csrfOf(secret: string, session: Session): string {
  const before = tokens.get(session)
  if (before !== undefined) return before
  const token = csrfToken(secret, session.id)
  tokens.set(session, token)
  return token
}

/** A write by cookie must come from our own page: its token proves that the page could read our answers. */
function checkOrigin(platform: Platform, spec: EndpointSpec, request: FastifyRequest, session: Session | null): void {
  if (spec.method === 'GET') return
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Problem('forged-request')
  if (spec.access === 'public' || session === null) return
  const token = request.headers['x-foyer-csrf']
  if (typeof token !== 'string' || !sameText(token, csrfOf(platform.secret, session)))
    throw new Problem('forged-request')
}

function checkLock(platform: Platform, spec: EndpointSpec, caller: Caller, request: FastifyRequest): void {
  const { session, organization } = caller
  if (!session) return
  if (platform.sessions.isLocked(session)) {
    if (spec.access !== 'locked') throw new Problem('screen-locked')
    return
  }
  // What a page fetches by itself is no sign of a person.
  if (request.headers['x-foyer-background'] === undefined) platform.sessions.seen(organization.db, session)
}

function pointer(part: string, path: readonly PropertyKey[]): string {
  return ['', part, ...path.map(String)].join('/')
}

function parsed(
  schema: z.ZodType | undefined,
  part: 'params' | 'query' | 'body',
  value: unknown,
  faults: ProblemDetail[],
): unknown {
  if (!schema) return {}
  const result = schema.safeParse(value ?? {})
  if (result.success) return result.data
  for (const issue of result.error.issues) faults.push({ pointer: pointer(part, issue.path), detail: issue.message })
  return {}
}

function readInput(spec: EndpointSpec, request: FastifyRequest): never {
  const faults: ProblemDetail[] = []
  const input = {
    params: parsed(spec.params, 'params', request.params, faults),
    query: parsed(spec.query, 'query', request.query, faults),
    body: parsed(spec.body, 'body', request.body, faults),
  }
  if (faults.length > 0) throw new Problem('not-understood', faults)
  return input as never
}

function keyOf(
  secret: string,
  spec: EndpointSpec,
  request: FastifyRequest,
  actor: Actor,
): { staffId: string; key: string; requestHash: Buffer } | null {
  if (!isWrite(spec) || spec.access === 'locked' || spec.access === 'public') return null
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || !/^[\x21-\x7e]{8,100}$/.test(key)) throw new Problem('key-missing')
  return { staffId: actor.staffId, key, requestHash: requestHash(secret, spec.method, request.url, request.body) }
}

function connectionOf(
  platform: Platform,
  request: FastifyRequest,
  reply: FastifyReply,
  session: Session | null,
): Connection {
  const cookieOptions = {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: platform.secure,
    signed: true,
  } as const
  return {
    ip: request.ip,
    device: (request.headers['user-agent'] ?? 'unknown').slice(0, 200),
    session,
    get csrf() {
      return session ? csrfOf(platform.secret, session) : null
    },
    has: (etag) => has(request, etag),
    setSessionCookie: (organization, token) =>
      void reply.setCookie(COOKIE, `${organization}.${token}`, { ...cookieOptions, maxAge: SESSION_HOURS * 3600 }),
    clearSessionCookie: () => void reply.clearCookie(COOKIE, { path: '/' }),
    stream: (join: (send: (event: LiveEvent) => void) => () => void) =>
      openStream(request, reply, join, () => isKnown(platform, request)),
  }
}

function has(request: FastifyRequest, etag: string): boolean {
  const known = request.headers['if-none-match']
  // What stands between may have weakened the tag (RFC 9110, 13.1.2: compared weakly).
  return known !== undefined && known.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)
}

function send(reply: FastifyReply, spec: EndpointSpec, result: Result<unknown, { reason: string }>): FastifyReply {
  if (!result.ok) {
    const { reason } = result.error
    const details = spec.refusals?.[reason]
    if (!details) throw new Error(`${spec.path} refuses with ${reason}, which its contract does not list`)
    if (spec.media !== undefined && isOpened(reply.request))
      return sendPlainPage(reply.request, reply, 409, reason, { ...result.error })
    return reply
      .code(409)
      .type('application/json; charset=utf-8')
      .serializer(JSON.stringify)
      .send({ refusal: { ...details.parse(result.error), reason } })
  }
  if (spec.media === undefined) return reply.header('cache-control', 'no-store').send(result.value)
  const document = result.value as Media | null
  if (document === null) return reply
  if (document.etag === undefined) void reply.header('cache-control', 'no-store')
  else void reply.header('cache-control', 'private, no-cache').header('etag', document.etag)
  if (document.etag !== undefined && has(reply.request, document.etag)) return reply.code(304).send()
  // `nosniff` goes with every answer; this takes scripts, forms and the origin from whatever is in it (CSP 3, sandbox).
  if (document.isForeign) void reply.header('content-security-policy', "default-src 'none'; sandbox")
  return reply
    .header(
      'content-disposition',
      `${document.isAttachment ? 'attachment' : 'inline'}; filename="${document.filename}"`,
    )
    .type(document.media)
    .send(Buffer.from(document.bytes))
}

function outcomeOf(error: unknown): string {
  return error instanceof Problem ? `problem:${error.type}` : 'fault'
}

/** A read's entry goes out together with its query; a write's is in its transaction; what failed is noted as such. */
async function audited(
  ctx: OpenCtx,
  run: () => Promise<Result<unknown, { reason: string }>>,
): Promise<Result<unknown, { reason: string }>> {
  const { auditLog } = ctx.organization
  try {
    const result = await run()
    const entry = ctx.audit.written ? null : ctx.auditEntry(result.ok ? 'ok' : `refused:${result.error.reason}`)
    if (entry) await auditLog.write(entry)
    return result
  } catch (error) {
    const entry = ctx.audit.written ? null : ctx.auditEntry(outcomeOf(error))
    if (entry) await auditLog.write(entry)
    throw error
  }
}

function isPermission(access: EndpointSpec['access']): access is Permission {
  return access !== 'public' && access !== 'locked' && access !== 'signed-in'
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Whom the path names: so that what is denied, or not understood, says in the trail whose record was asked for. */
function patientNamed(request: FastifyRequest): string | null {
  const { patientId } = request.params as { readonly patientId?: string }
  return patientId !== undefined && uuid.test(patientId) ? patientId : null
}

/** Patients whom a request names, wherever it does: in its path, its question or its body. */
function patientsNamed({ params, query, body }: Record<'params' | 'query' | 'body', unknown>): readonly string[] {
  return [params, query, body].flatMap((part) => {
    const { patientId, samePatientId } = (part ?? {}) as { patientId?: unknown; samePatientId?: unknown }
    return [patientId, samePatientId].filter((one) => typeof one === 'string')
  })
}

/**
 * One gate before every handler, so that none can forget it: who names a restricted record and may not open it learns
 * that it is restricted, and nothing else; nothing is written to a record that leads to another.
 */
async function checkRecords(platform: Platform, spec: EndpointSpec, ctx: Ctx, input: never): Promise<void> {
  if (spec.opensRestricted) return
  const named = patientsNamed(input)
  if (named.length === 0) return
  const before = await platform.beforeRecords(ctx, named)
  if (before === 'restricted') throw new Problem('restricted')
  if (before === 'merged' && isWrite(spec) && !spec.takesMerged) throw new Problem('merged-record')
}

/** The path names the organization; one that is not known is as good as none. */
function guestHandlerOf(platform: Platform, { spec, handle }: Route): RouteHandlerMethod {
  return async (request, reply) => {
    checkOrigin(platform, spec, request, null)
    const { organization: slug = '' } = request.params as { readonly organization?: string }
    const organization = platform.organizations.find(slug)
    if (!organization) throw new Problem('not-found')
    const ctx = openCtx({
      pool: platform.pool,
      clock: platform.clock,
      organization,
      actor: guest(null),
      requestId: request.id,
      action: spec.audit,
      onlyPatients: spec.auditOnlyPatients ?? false,
      key: null,
      onTold: platform.onTold,
    })
    const result = await audited(ctx, () =>
      handle(ctx, readInput(spec, request), connectionOf(platform, request, reply, null)),
    )
    return send(reply, spec, result)
  }
}

function handlerOf(platform: Platform, { spec, handle, isGuest = false }: Route): RouteHandlerMethod {
  if (isGuest) return guestHandlerOf(platform, { spec, handle })
  if (spec.access === 'public')
    return async (request, reply) => {
      checkOrigin(platform, spec, request, null)
      const result = await handle(null, readInput(spec, request), connectionOf(platform, request, reply, null))
      return send(reply, spec, result)
    }
  return async (request, reply) => {
    const caller = await callerOf(platform, request)
    checkOrigin(platform, spec, request, caller.session)
    checkLock(platform, spec, caller, request)
    const allowed = !isPermission(spec.access) || roleMay(caller.actor.role, spec.access)
    const ctx = openCtx({
      pool: platform.pool,
      clock: platform.clock,
      organization: caller.organization,
      actor: caller.actor,
      requestId: request.id,
      action: spec.audit ?? (allowed ? null : `${spec.method} ${spec.path}`),
      onlyPatients: spec.auditOnlyPatients ?? false,
      key: allowed ? keyOf(platform.secret, spec, request, caller.actor) : null,
      onTold: platform.onTold,
    })
    const patientId = patientNamed(request)
    if (patientId !== null) ctx.touch(patientId)
    const result = await audited(ctx, async () => {
      if (!allowed) throw new Problem('not-allowed')
      const input = readInput(spec, request)
      await checkRecords(platform, spec, ctx, input)
      return handle(ctx, input, connectionOf(platform, request, reply, caller.session))
    })
    return send(reply, spec, result)
  }
}

function limitOf(platform: Platform, spec: EndpointSpec): object {
  if (spec.perMinute !== undefined) return { rateLimit: { max: spec.perMinute, timeWindow: '1 minute' } }
  if (spec.audit === 'session.sign-in' || spec.audit === 'organization.create')
    return { rateLimit: { max: 30, timeWindow: '1 minute' } }
  // Calendars of many people may call from the machines of one company.
  if (spec.audit === 'feed.read') return { rateLimit: { max: 120, timeWindow: '1 minute' } }
  if (spec.audit === 'patient.search')
    return {
      rateLimit: {
        max: platform.searchesPerMinute,
        timeWindow: '1 minute',
        keyGenerator: (request: FastifyRequest) =>
          request.cookies[COOKIE] ?? request.headers.authorization ?? request.ip,
      },
    }
  return {}
}

/** Wires every route of the contract: limits, who calls, may they, what they ask, the audit entry, the answer. */
export function registerRoutes(app: FastifyInstance, platform: Platform, routes: readonly Route[]): void {
  for (const one of routes) {
    const { spec } = one
    app.route({
      method: spec.method,
      url: spec.path,
      config: limitOf(platform, spec),
      ...(spec.bodyBytes === undefined ? {} : { bodyLimit: spec.bodyBytes }),
      ...(spec.media === undefined ? { schema: { response: { 200: replySchema(spec.reply) } } } : {}),
      handler: handlerOf(platform, one),
    })
  }
}
