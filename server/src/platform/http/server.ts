import { existsSync } from 'node:fs'
import { join } from 'node:path'
import cookie from '@fastify/cookie'
import rateLimit from '@fastify/rate-limit'
import fastifyStatic from '@fastify/static'
import fastify, { type FastifyError, type FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { faultLine } from '../fault-line.ts'
import { securityHeaders } from './security-headers.ts'
import { isOpened, sendProblemPage } from './plain-page.ts'
import { Problem, type ProblemType, problemBody, problems } from './problem.ts'

export interface HttpOptions {
  readonly log: Logger
  readonly cookieKey: string
  /** Folder of the built pages; the server answers the API alone where it is absent. */
  readonly webFolder: string
  /** Whether browsers reach this server by https. */
  readonly secure: boolean
  readonly newId: () => string
}

/** Requests are logged by their route pattern: paths and queries hold ids, names and birth dates. */
function logResponses(app: FastifyInstance, log: Logger): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    const level = reply.statusCode >= 500 ? 'error' : 'debug'
    log[level](
      {
        requestId: request.id,
        method: request.method,
        route,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'request',
    )
  })
}

const byStatus: Readonly<Record<number, ProblemType>> = {
  400: 'not-understood',
  404: 'not-found',
  413: 'too-large',
  415: 'not-json',
  429: 'too-many-requests',
}

/** SQLSTATE of text that no table takes, such as the character NUL. */
const unstorable: readonly unknown[] = ['22021', '22P05']

function problemOf(error: FastifyError | Error): ProblemType {
  if (error instanceof Problem) return error.type
  if ('code' in error && unstorable.includes(error.code)) return 'not-understood'
  const status = 'statusCode' in error ? error.statusCode : undefined
  return (status === undefined ? undefined : byStatus[status]) ?? 'fault'
}

export async function openHttp(options: HttpOptions): Promise<FastifyInstance> {
  const app = fastify({
    bodyLimit: 256 * 1024,
    genReqId: () => options.newId(),
    logger: false,
    // A proxy on this machine or in its own network says who really calls; anybody else's word does not count.
    trustProxy: ['loopback', 'linklocal', 'uniquelocal'],
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
  })
  const { log } = options

  const headers = securityHeaders(options.secure)
  app.addHook('onRequest', (_, reply, done) => {
    reply.headers(headers)
    done()
  })
  await app.register(cookie, { secret: options.cookieKey })
  await app.register(rateLimit, { global: false })
  logResponses(app, log)

  app.setErrorHandler((error: FastifyError | Error, request, reply) => {
    const type = problemOf(error)
    if (type === 'fault')
      log.error({ requestId: request.id, route: request.routeOptions.url, fault: faultLine(error) }, 'fault')
    const details = error instanceof Problem ? error.details : []
    if (request.method === 'GET' && isOpened(request)) return sendProblemPage(request, reply, type)
    return reply
      .code(problems[type].status)
      .type('application/problem+json')
      .send(problemBody(type, request.id, details))
  })

  const page = join(options.webFolder, 'index.html')
  const hasPages = existsSync(page)
  if (hasPages)
    await app.register(fastifyStatic, {
      root: options.webFolder,
      cacheControl: true,
      immutable: true,
      maxAge: '365d',
      setHeaders: (response, path) => {
        if (!path.includes('/assets/')) response.header('cache-control', 'no-cache')
      },
    })
  app.setNotFoundHandler((request, reply) => {
    // A dot in the path is a file's; what is asked of a page may have one.
    const [path = ''] = request.url.split('?')
    const wantsPage = request.method === 'GET' && !path.startsWith('/api') && !path.includes('.')
    if (hasPages && wantsPage)
      return reply
        .header('cache-control', 'no-cache')
        .sendFile(request.url.startsWith('/book/') ? 'book.html' : 'index.html', { cacheControl: false })
    return reply.code(404).type('application/problem+json').send(problemBody('not-found', request.id))
  })
  return app
}
