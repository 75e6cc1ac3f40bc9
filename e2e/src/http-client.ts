import { type CallInput, type EndpointSpec, isWrite, type Refusal, type Reply, session } from '@foyer/contract'

export interface HttpAnswer<S extends EndpointSpec> {
  readonly status: number
  readonly body: Reply<S>
  readonly refusal: Refusal<S> | null
}

/** A caller without pages: what another program would do over HTTP. */
export interface HttpClient {
  call<S extends EndpointSpec>(
    spec: S,
    input: CallInput<S>,
    options?: { idempotencyKey?: string },
  ): Promise<HttpAnswer<S>>
}

export const demoPassword = 'riverside-demo-1'

function names(schema: unknown): readonly string[] {
  return typeof schema === 'object' && schema !== null && 'shape' in schema ? Object.keys(schema.shape as object) : []
}

/** Asks once more where the server closed the connection at that moment, as it may where nothing was asked for a while. */
async function asked(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init)
  } catch {
    return fetch(url, init)
  }
}

export async function signedIn(url: string, email: string, password: string = demoPassword): Promise<HttpClient> {
  let cookie = ''
  let csrf = ''
  async function call<S extends EndpointSpec>(
    spec: S,
    input: CallInput<S>,
    options: { idempotencyKey?: string } = {},
  ): Promise<HttpAnswer<S>> {
    const fields = input as Record<string, unknown>
    const path = spec.path.replaceAll(/:([a-zA-Z]+)/g, (_, name: string) => encodeURIComponent(String(fields[name])))
    const query = new URLSearchParams(
      names(spec.query)
        .filter((name) => fields[name] !== undefined)
        .map((name) => [name, String(fields[name])]),
    )
    const response = await asked(`${url}${path}${query.size > 0 ? `?${query}` : ''}`, {
      method: spec.method,
      headers: {
        ...(cookie ? { cookie } : {}),
        ...(csrf ? { 'x-foyer-csrf': csrf } : {}),
        ...(isWrite(spec) ? { 'idempotency-key': options.idempotencyKey ?? crypto.randomUUID() } : {}),
        ...(spec.body ? { 'content-type': 'application/json' } : {}),
      },
      ...(spec.body
        ? { body: JSON.stringify(Object.fromEntries(names(spec.body).map((name) => [name, fields[name]]))) }
        : {}),
    })
    const set = response.headers.getSetCookie().find((one) => one.startsWith('foyer_session='))
    if (set) cookie = set.split(';')[0] ?? ''
    const body = (await response.json()) as Record<string, unknown>
    return { status: response.status, body: body as never, refusal: (body['refusal'] ?? null) as Refusal<S> | null }
  }
  const answer = await call(session.signIn, { email, password })
  if (answer.status !== 200) throw new Error(`signing in as ${email} answered ${answer.status}`)
  csrf = answer.body.csrf
  return { call }
}
