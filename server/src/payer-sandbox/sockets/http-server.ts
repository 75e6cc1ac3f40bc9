import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { readMime, writeMime } from '../../adapters/payers/core-mime.ts'
import { readSoap, writeSoap } from '../../adapters/payers/core-soap.ts'
import type { Trouble } from '../cast/policy.ts'
import { answerCore, type CoreDesk } from './core.ts'
import { modes } from './control.ts'
import { answerByTrouble, spoiled } from './trouble.ts'

export interface HttpOptions {
  readonly desk: CoreDesk
  readonly port: number
  /** How long an answer takes that comes late. */
  readonly slowMs: number
  /** PEM; null: plain HTTP, which only this machine may speak. */
  readonly tls: { readonly key: string; readonly cert: string } | null
}

export interface HttpServer {
  readonly port: number
  close(): Promise<void>
}

const mostBytes = 64 * 1024 * 1024

/** `/core` by MIME and SOAP, `/rest` by JSON, `/control`; on this machine only. */
export function openHttpServer({ desk, port, slowMs, tls }: HttpOptions): Promise<HttpServer> {
  const listener: RequestListener = (request, response) => void answer(request, response)

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      route({ desk, slowMs }, request, response, await readBody(request))
    } catch {
      if (response.headersSent) response.destroy()
      else response.writeHead(500).end()
    }
  }

  const server = tls ? createSecureServer(tls, listener) : createServer(listener)
  return new Promise((ready, fail) => {
    server.once('error', fail)
    server.listen(port, '127.0.0.1', () => {
      ready({
        port: (server.address() as AddressInfo).port,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed())
            server.closeAllConnections()
          }),
      })
    })
  })
}

function readBody(request: IncomingMessage): Promise<Buffer> {
  return new Promise((read, fail) => {
    const pieces: Buffer[] = []
    let bytes = 0
    request.on('data', (piece: Buffer) => {
      bytes += piece.byteLength
      if (bytes > mostBytes) fail(new Error('too large'))
      else pieces.push(piece)
    })
    request.on('end', () => read(Buffer.concat(pieces)))
    request.on('error', fail)
  })
}

type On = Pick<HttpOptions, 'desk' | 'slowMs'>

function route(on: On, request: IncomingMessage, response: ServerResponse, body: Buffer): void {
  const path = (request.url ?? '').split('?')[0]
  if (path === '/control') control(on, request, response, body)
  else if (request.method !== 'POST') response.writeHead(405, { allow: 'POST' }).end()
  else if (path === '/core') core(on, request, response, body)
  else if (path === '/rest') rest(on, response, body)
  else response.writeHead(404).end()
}

function core(on: On, request: IncomingMessage, response: ServerResponse, body: Buffer): void {
  const contentType = request.headers['content-type']
  const mime = readMime(contentType, body)
  if (mime) {
    const { fields, text, trouble } = answerCore(on.desk, mime, 'mime')
    answered(on, response, trouble, () => {
      const written = writeMime(fields, Buffer.from(spoiled(trouble, text)))
      return { type: written.type, body: written.body }
    })
    return
  }
  const soap = readSoap(body.toString('utf8'))
  if (!soap || 'fault' in soap) {
    response.writeHead(400, { 'content-type': 'text/plain' }).end('This is neither of the envelopes of CAQH CORE.')
    return
  }
  const reply = answerCore(on.desk, soap, 'soap')
  answered(on, response, reply.trouble, () => {
    const payload = reply.text === '' ? null : Buffer.from(spoiled(reply.trouble, reply.text))
    return { type: 'application/soap+xml; charset=utf-8', body: writeSoap(reply.body, reply.fields, payload) }
  })
}

function rest(on: On, response: ServerResponse, body: Buffer): void {
  const x12 = fieldsOf(body)['x12']
  const { answer, trouble } = on.desk.answering.inRealTime('rest', Buffer.from(typeof x12 === 'string' ? x12 : ''))
  const text = answer.benefits || answer.acknowledgement
  if (text === '' || trouble === 'batch-only') {
    const error = text === '' ? 'no-interchange' : 'batch-only'
    response.writeHead(422, { 'content-type': 'application/json' }).end(JSON.stringify({ error }))
    return
  }
  answered(on, response, trouble, () => ({
    type: 'application/json',
    body: JSON.stringify({ x12: spoiled(trouble, text) }),
  }))
}

function answered(
  { slowMs }: On,
  response: ServerResponse,
  trouble: Trouble | null,
  write: () => { readonly type: string; readonly body: string | Buffer },
): void {
  if (answerByTrouble(trouble, response)) return
  const finish = (): void => {
    const { type, body } = write()
    response.setHeader('content-type', type).end(body)
  }
  if (trouble !== 'slow') return finish()
  const timer = setTimeout(finish, slowMs)
  // Who asked waits no longer, or nobody answers any more.
  response.once('close', () => clearTimeout(timer))
}

/** `{ "mode": "down", "payer": "DEMO1" }`; without a payer it is all of them. */
function control({ desk }: On, request: IncomingMessage, response: ServerResponse, body: Buffer): void {
  const { control: payers } = desk.answering
  if (request.method === 'POST') {
    const { mode: wanted, payer = null } = fieldsOf(body)
    const mode = modes.find((one) => one === wanted)
    if (!mode || (payer !== null && typeof payer !== 'string')) {
      response.writeHead(422, { 'content-type': 'application/json' }).end(JSON.stringify({ modes }))
      return
    }
    payers.set(mode, payer)
  }
  const state = { ...payers.state(), exchanges: desk.answering.exchanges(), batches: desk.batches.waiting() }
  response.setHeader('content-type', 'application/json').end(JSON.stringify(state))
}

function fieldsOf(body: Buffer): Record<string, unknown> {
  try {
    const read: unknown = JSON.parse(body.toString('utf8'))
    return typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
