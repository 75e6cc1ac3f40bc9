import { XMLParser } from 'fast-xml-parser'
import type { Exchanged, NotExchanged, Outgoing, PayerLine } from '../../platform/ports/payer-exchange.ts'
import { type CoreFields, coreProblem, requestFields } from './core-envelope.ts'
import type { CoreMessage } from './core-mime.ts'
import { post, statusProblem } from './post.ts'

/** The rule's envelope B: SOAP 1.2 with the fields as elements and WS-Security for user name and password. */
const soap = 'http://www.w3.org/2003/05/soap-envelope'
const core = 'http://www.caqh.org/SOAP/WSDL/CORERule2.2.0.xsd'
const wsse = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd'
const passwordText = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText'

type Body = 'RealTimeRequest' | 'RealTimeResponse' | 'BatchSubmission' | 'BatchSubmissionResponse' | BatchResults
type BatchResults = 'BatchResultsRetrievalRequest' | 'BatchResultsRetrievalResponse'

/** Line ends too, which a reader of XML would make its own of (XML 1.0, 2.11). */
function escaped(text: string): string {
  return text.replace(/[<>&"'\r]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

function security({ secret }: Pick<PayerLine, 'secret'>): string {
  if (secret?.kind !== 'password') return ''
  const user = `<wsse:Username>${escaped(secret.user)}</wsse:Username>`
  const password = `<wsse:Password Type="${passwordText}">${escaped(secret.password)}</wsse:Password>`
  const token = `<wsse:UsernameToken>${user}${password}</wsse:UsernameToken>`
  return `<s:Header><wsse:Security xmlns:wsse="${wsse}" s:mustUnderstand="true">${token}</wsse:Security></s:Header>`
}

/** In real time the payload is text; a batch is bytes, and goes as base64. */
export function writeSoap(
  kind: Body,
  fields: CoreFields,
  payload: Uint8Array | null,
  secret: PayerLine['secret'] = null,
): string {
  const isText = kind.startsWith('RealTime')
  const inside = Object.entries(fields).map(([name, value]) => `<${name}>${escaped(value)}</${name}>`)
  const bytes = payload && Buffer.from(payload)
  const carried = bytes
    ? `<Payload>${isText ? escaped(bytes.toString('utf8')) : bytes.toString('base64')}</Payload>`
    : ''
  const body = `<c:COREEnvelope${kind} xmlns:c="${core}">${inside.join('')}${carried}</c:COREEnvelope${kind}>`
  const head = security({ secret })
  return `<?xml version="1.0" encoding="UTF-8"?><s:Envelope xmlns:s="${soap}">${head}<s:Body>${body}</s:Body></s:Envelope>`
}

/** No entities of a document's own: what is declared outside of the message is not looked up (XXE, and its bombs). */
const parser = new XMLParser({
  ignoreAttributes: true,
  removeNSPrefix: true,
  parseTagValue: false,
  trimValues: false,
  processEntities: { enabled: true, maxTotalExpansions: 1_000_000 },
  // Numbers of characters, which some write for line ends.
  htmlEntities: true,
})

/** Null where it is no such message. */
export function readSoap(text: string): CoreMessage | { readonly fault: true } | null {
  const body = elementOf(elementOf(parsed(text), 'Envelope'), 'Body')
  if (!body) return null
  if ('Fault' in body) return { fault: true }
  const [name, content] = Object.entries(body).find(([each]) => each.startsWith('COREEnvelope')) ?? []
  if (name === undefined || typeof content !== 'object' || content === null) return null
  const fields: Record<string, string> = {}
  for (const [field, value] of Object.entries(content))
    if (typeof value === 'string') fields[field] = field === 'Payload' ? value : value.trim()
  const { Payload: carried = '', ...rest } = fields
  const payload = name.includes('RealTime') ? Buffer.from(carried, 'utf8') : Buffer.from(carried, 'base64')
  return { fields: rest, payload }
}

function parsed(text: string): unknown {
  try {
    return parser.parse(text)
  } catch {
    return null
  }
}

function elementOf(node: unknown, name: string): Record<string, unknown> | null {
  const found = typeof node === 'object' && node !== null ? (node as Record<string, unknown>)[name] : null
  return typeof found === 'object' && found !== null ? (found as Record<string, unknown>) : null
}

const actions: Readonly<Partial<Record<Body, string>>> = {
  RealTimeRequest: 'RealTimeTransaction',
  BatchSubmission: 'BatchSubmitTransaction',
  BatchResultsRetrievalRequest: 'BatchResultsRetrievalTransaction',
}

export async function sendSoap(
  line: PayerLine,
  kind: Body,
  fields: CoreFields,
  payload: Uint8Array | null,
  limitMs: number,
): Promise<(Exchanged & { readonly fields: CoreFields }) | NotExchanged> {
  const type = `application/soap+xml; charset=utf-8; action="${actions[kind] ?? ''}"`
  const text = writeSoap(kind, fields, payload, line.secret)
  const answer = await post(line.address, { 'content-type': type }, Buffer.from(text), limitMs)
  if (!answer.ok) return answer
  const { status, hops } = answer
  const message = readSoap(answer.body.toString('utf8'))
  if (message && 'fault' in message) {
    // A fault of the sender will be one again; of the receiver it may pass (SOAP 1.2, 5.4.6): statuses 400 and 500.
    return { ok: false, problem: status === 400 ? 'refused-us' : 'down', detail: `SOAP fault, HTTP ${status}`, hops }
  }
  const told = message && coreProblem(message.fields['ErrorCode'] ?? '')
  if (told) return { ok: false, ...told, hops }
  const wrong = statusProblem(status)
  if (wrong) return { ok: false, problem: wrong, detail: `HTTP ${status}`, hops }
  if (!message) return { ok: false, problem: 'not-understood', detail: 'NO_ENVELOPE', hops }
  return { ok: true, payload: message.payload, fields: message.fields, hops }
}

export function askSoap(line: PayerLine, outgoing: Outgoing, limitMs: number): Promise<Exchanged | NotExchanged> {
  return sendSoap(line, 'RealTimeRequest', requestFields(line, outgoing, 'RealTime'), outgoing.bytes, limitMs)
}
