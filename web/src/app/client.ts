import { type CallInput, type EndpointSpec, isWrite, type Refusal, type Reply } from '@foyer/contract'
import { ok, type Result, refuse } from '@foyer/kernel'

/** The server could not or would not go on with a request (RFC 9457); refusals of a rule are returned, not thrown. */
export class ProblemError extends Error {
  readonly status: number
  /** Last part of the problem's type, such as `not-signed-in`; `offline` when the server was not reached. */
  readonly type: string
  readonly errors: readonly { readonly pointer: string; readonly detail: string }[]

  constructor(status: number, type: string, errors: readonly { pointer: string; detail: string }[] = []) {
    super(type)
    this.status = status
    this.type = type
    this.errors = errors
  }
}

interface Wire {
  csrf: string | null
  onSignedOut: () => void
  onLocked: () => void
}

/** What the session module tells the wire: the token for writes, and whom to tell when the session ends. */
export const wire: Wire = { csrf: null, onSignedOut: () => {}, onLocked: () => {} }

function fieldNames(schema: unknown): readonly string[] {
  return typeof schema === 'object' && schema !== null && 'shape' in schema ? Object.keys(schema.shape as object) : []
}

function pick(input: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.filter((name) => input[name] !== undefined).map((name) => [name, input[name]]))
}

function pathOf(spec: EndpointSpec, input: Record<string, unknown>): string {
  const path = spec.path.replaceAll(/:([a-zA-Z]+)/g, (_, name: string) => encodeURIComponent(String(input[name])))
  const query = new URLSearchParams(
    Object.entries(pick(input, fieldNames(spec.query))).map(([name, value]) => [name, String(value)]),
  )
  return query.size > 0 ? `${path}?${query}` : path
}

/** Address of a document, for a link or a new tab. */
export function addressOf<S extends EndpointSpec>(spec: S, input: CallInput<S>): string {
  return pathOf(spec, input)
}

export interface CallOptions {
  readonly signal?: AbortSignal
  /** Set by what a page fetches by itself: it is no sign that somebody is at the screen. */
  readonly background?: boolean
  /** The same key again is the same request again. */
  readonly idempotencyKey?: string
}

async function problemOf(response: Response): Promise<ProblemError> {
  const body = (await response.json().catch(() => ({}))) as {
    type?: string
    errors?: { pointer: string; detail: string }[]
  }
  const type = body.type?.split('/').at(-1) ?? 'fault'
  if (type === 'not-signed-in') wire.onSignedOut()
  if (type === 'screen-locked') wire.onLocked()
  return new ProblemError(response.status, type, body.errors)
}

/** Calls an endpoint of the contract. @throws ProblemError */
export async function call<S extends EndpointSpec>(
  spec: S,
  input: CallInput<S>,
  options: CallOptions = {},
): Promise<Result<Reply<S>, Refusal<S>>> {
  const fields = input as Record<string, unknown>
  const headers: Record<string, string> = {}
  if (wire.csrf !== null) headers['x-foyer-csrf'] = wire.csrf
  if (options.background) headers['x-foyer-background'] = '1'
  if (isWrite(spec)) headers['idempotency-key'] = options.idempotencyKey ?? crypto.randomUUID()
  const hasBody = spec.body !== undefined
  if (hasBody) headers['content-type'] = 'application/json'
  let response: Response
  try {
    response = await fetch(pathOf(spec, fields), {
      method: spec.method,
      headers,
      ...(hasBody ? { body: JSON.stringify(pick(fields, fieldNames(spec.body))) } : {}),
      ...(options.signal ? { signal: options.signal } : {}),
    })
  } catch (error) {
    if (options.signal?.aborted) throw error
    throw new ProblemError(0, 'offline')
  }
  if (response.status === 409) return refuse(((await response.json()) as { refusal: Refusal<S> }).refusal)
  if (!response.ok) throw await problemOf(response)
  return ok((await response.json()) as Reply<S>)
}
