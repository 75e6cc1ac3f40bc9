import type { Exchanged, NotExchanged, Outgoing, PayerLine } from '../../platform/ports/payer-exchange.ts'
import { post, statusProblem } from './post.ts'

/** Clearinghouses with an address of their own for JSON name their fields as they like; `settings` says how. */
function named(settings: PayerLine['settings'], key: string, otherwise: string): string {
  const value = settings[key]
  return typeof value === 'string' && value !== '' ? value : otherwise
}

function authorization({ secret }: PayerLine): Record<string, string> {
  if (secret?.kind === 'token') return { authorization: `Bearer ${secret.token}` }
  if (secret?.kind !== 'password') return {}
  return { authorization: `Basic ${Buffer.from(`${secret.user}:${secret.password}`).toString('base64')}` }
}

/**
 * The interchange in a field of a JSON body, the answer in a field of the answer's (`requestField`, `responseField`; both
 * `x12` unless the line says otherwise).
 */
export async function askRest(line: PayerLine, outgoing: Outgoing, limitMs: number): Promise<Exchanged | NotExchanged> {
  const { id, bytes, transaction } = outgoing
  const content = {
    id,
    transaction,
    [named(line.settings, 'requestField', 'x12')]: Buffer.from(bytes).toString('utf8'),
  }
  const headers = {
    'content-type': 'application/json',
    accept: 'application/json',
    'idempotency-key': id,
    ...authorization(line),
  }
  const answer = await post(line.address, headers, Buffer.from(JSON.stringify(content)), limitMs)
  if (!answer.ok) return answer
  const { status, hops } = answer
  const wrong = statusProblem(status)
  if (wrong) return { ok: false, problem: status === 422 ? 'refused-us' : wrong, detail: `HTTP ${status}`, hops }
  const text = fieldOf(answer.body.toString('utf8'), named(line.settings, 'responseField', 'x12'))
  if (text === null) return { ok: false, problem: 'not-understood', detail: 'NO_INTERCHANGE', hops }
  return { ok: true, payload: Buffer.from(text), hops }
}

function fieldOf(json: string, field: string): string | null {
  try {
    const body: unknown = JSON.parse(json)
    const value = typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[field] : null
    return typeof value === 'string' && value !== '' ? value : null
  } catch {
    return null
  }
}
