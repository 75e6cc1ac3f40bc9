import { endpoints, type EndpointSpec, isWrite, permissionsOf, roles } from '@foyer/contract'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { problems } from './problem.ts'

type Json = Record<string, unknown>

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json
  return rest
}

function parametersOf(spec: EndpointSpec): Json[] {
  const part = (schema: z.ZodObject | undefined, place: 'path' | 'query'): Json[] =>
    Object.entries(schema?.shape ?? {}).map(([name, one]) => ({
      name,
      in: place,
      required: place === 'path' || !(one as z.ZodType).safeParse(undefined).success,
      schema: schemaOf(one as z.ZodType, 'input'),
    }))
  const key: Json[] =
    isWrite(spec) && spec.access !== 'public' && spec.access !== 'locked'
      ? [
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: true,
            schema: { type: 'string', minLength: 8, maxLength: 100 },
          },
        ]
      : []
  return [...part(spec.params, 'path'), ...part(spec.query, 'query'), ...key]
}

function refusalSchema(spec: EndpointSpec): Json {
  return {
    type: 'object',
    required: ['refusal'],
    properties: {
      refusal: {
        oneOf: Object.entries(spec.refusals ?? {}).map(([reason, details]) => {
          const shape = schemaOf(details, 'output')
          return { ...shape, properties: { ...(shape['properties'] as Json), reason: { const: reason } } }
        }),
      },
    },
  }
}

function operationOf(name: string, spec: EndpointSpec & { feature: string }): Json {
  const media = spec.media ?? 'application/json'
  const allowed = roles.filter(
    (role) =>
      spec.access === 'signed-in' || spec.access === 'locked' || permissionsOf[role].some((one) => one === spec.access),
  )
  return {
    operationId: name,
    summary: spec.summary,
    tags: [spec.feature],
    description: spec.access === 'public' ? 'Open to anybody.' : `Roles: ${allowed.join(', ')}.`,
    security: spec.access === 'public' ? [] : [{ session: [] }, { key: [] }],
    parameters: parametersOf(spec),
    ...(spec.body
      ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(spec.body, 'input') } } } }
      : {}),
    responses: {
      200: { description: 'Done', content: { [media]: { schema: spec.media ? {} : schemaOf(spec.reply, 'output') } } },
      ...(spec.refusals
        ? {
            409: { description: 'Refused by a rule', content: { 'application/json': { schema: refusalSchema(spec) } } },
          }
        : {}),
      default: {
        description: 'A problem (RFC 9457)',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

/** The contract as OpenAPI 3.1. */
export function openApi(): Json {
  const paths: Record<string, Json> = {}
  for (const [name, spec] of endpoints) {
    const path = spec.path.replaceAll(/:([a-zA-Z]+)/g, '{$1}')
    paths[path] = { ...paths[path], [spec.method.toLowerCase()]: operationOf(name, spec) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Foyer', version: '0.1.0', description: 'The desk of a clinic, everything around the visit.' },
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'foyer_session' },
        key: { type: 'http', scheme: 'bearer' },
      },
      schemas: {
        Problem: {
          type: 'object',
          required: ['type', 'title', 'status'],
          properties: {
            type: { type: 'string', enum: Object.keys(problems).map((type) => `/problems/${type}`) },
            title: { type: 'string' },
            status: { type: 'integer' },
            instance: { type: 'string' },
            errors: {
              type: 'array',
              items: { type: 'object', properties: { pointer: { type: 'string' }, detail: { type: 'string' } } },
            },
          },
        },
      },
    },
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** The same for people: one page, no script, no style of its own. */
function readablePage(): string {
  const rows = [...endpoints].map(([name, spec]) => {
    const allowed = spec.access === 'public' ? 'anybody' : spec.access
    const refusals = Object.keys(spec.refusals ?? {}).join(', ') || 'none'
    return `<article id="${name}"><h2><code>${spec.method} ${escaped(spec.path)}</code></h2><p>${escaped(spec.summary)}</p><dl><dt>Who may</dt><dd>${allowed}</dd><dt>Audit</dt><dd>${spec.audit ?? 'not recorded'}</dd><dt>Refusals</dt><dd>${refusals}</dd></dl></article>`
  })
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Foyer API</title><meta name="viewport" content="width=device-width"></head><body><main><h1>Foyer API</h1><p>Machine-readable: <a href="/api/openapi.json">OpenAPI 3.1</a>. Writes take an <code>Idempotency-Key</code>. Refusals of a rule answer 409, problems follow RFC 9457.</p>${rows.join('')}</main></body></html>`
}

export function documentRoutes(app: FastifyInstance): void {
  app.get('/api/openapi.json', () => openApi())
  app.get('/api/docs', (_, reply) => reply.type('text/html; charset=utf-8').send(readablePage()))
}
