import { randomUUID } from 'node:crypto'
import type { Exchanged, NotExchanged, Outgoing, PayerLine } from '../../platform/ports/payer-exchange.ts'
import { type CoreFields, coreProblem, requestFields } from './core-envelope.ts'
import { post, statusProblem } from './post.ts'

export interface CoreMessage {
  readonly fields: CoreFields
  readonly payload: Uint8Array
}

/** Fields and payload as `multipart/form-data` (RFC 7578), which is the rule's envelope A. */
export function writeMime(fields: CoreFields, payload: Uint8Array): { type: string; body: Buffer } {
  const boundary = `foyer${randomUUID().replaceAll('-', '')}`
  const part = (name: string): string => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n`
  const head = Object.entries(fields).map(([name, value]) => `${part(name)}${value}\r\n`)
  const body = Buffer.concat([
    Buffer.from(head.join('')),
    Buffer.from(part('Payload')),
    payload,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  return { type: `multipart/form-data; boundary=${boundary}`, body }
}

/** Null where it is no such message. Payloads may be megabytes: they are cut out, not decoded. */
export function readMime(contentType: string | undefined, body: Buffer): CoreMessage | null {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType ?? '')?.[1]
  if (boundary === undefined || !/^multipart\/(form-data|mixed|related)/i.test(contentType ?? '')) return null
  const fields: Record<string, string> = {}
  let payload: Uint8Array = Buffer.alloc(0)
  const line = Buffer.from(`--${boundary}`)
  for (let at = body.indexOf(line); at >= 0; ) {
    const next = body.indexOf(line, at + line.length)
    if (next < 0) break
    const head = body.indexOf('\r\n\r\n', at)
    if (head >= 0 && head < next) {
      const name = /name=(?:"([^"]*)"|([^\s;]+))/i.exec(body.toString('latin1', at, head))
      const content = body.subarray(head + 4, Math.max(head + 4, next - 2))
      const field = name?.[1] ?? name?.[2] ?? ''
      if (field === 'Payload') payload = content
      else if (field !== '') fields[field] = content.toString('utf8').trim()
    }
    at = next
  }
  return Object.keys(fields).length === 0 && payload.length === 0 ? null : { fields, payload }
}

/** User name and password are fields of the message in this envelope (rule vC2.2.0, 4.4.3). */
function signed({ secret }: PayerLine, fields: CoreFields): CoreFields {
  return secret?.kind === 'password' ? { ...fields, UserName: secret.user, Password: secret.password } : fields
}

export async function sendMime(
  line: PayerLine,
  fields: CoreFields,
  payload: Uint8Array,
  limitMs: number,
): Promise<(Exchanged & { readonly fields: CoreFields }) | NotExchanged> {
  const { type, body } = writeMime(signed(line, fields), payload)
  const answer = await post(line.address, { 'content-type': type }, body, limitMs)
  if (!answer.ok) return answer
  const { status, headers, hops } = answer
  const message = readMime(headers['content-type'], answer.body)
  const told = message && coreProblem(message.fields['ErrorCode'] ?? '')
  if (told) return { ok: false, ...told, hops }
  const wrong = statusProblem(status)
  if (wrong) return { ok: false, problem: wrong, detail: `HTTP ${status}`, hops }
  if (!message) return { ok: false, problem: 'not-understood', detail: 'NO_ENVELOPE', hops }
  return { ok: true, payload: message.payload, fields: message.fields, hops }
}

export function askMime(line: PayerLine, outgoing: Outgoing, limitMs: number): Promise<Exchanged | NotExchanged> {
  return sendMime(line, requestFields(line, outgoing, 'RealTime'), outgoing.bytes, limitMs)
}
