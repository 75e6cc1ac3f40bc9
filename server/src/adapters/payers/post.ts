import { type IncomingHttpHeaders, request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import type { ExchangeProblem, Hop, NotExchanged } from '../../platform/ports/payer-exchange.ts'

interface Posted {
  readonly ok: true
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
  readonly hops: readonly Hop[]
}

/** An answer about one person is some kilobytes; whoever sends more in one piece talks nonsense. */
const mostBytes = 32 * 1024 * 1024

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** Health data goes over TLS (45 CFR 164.312(e)); only what never leaves this machine may do without. */
export function addressProblem(address: string): string | null {
  if (!URL.canParse(address)) return 'BAD_ADDRESS'
  const { protocol, hostname } = new URL(address)
  if (protocol === 'https:' || protocol === 'sftp:') return null
  return protocol === 'http:' && loopback.has(hostname) ? null : 'NOT_ENCRYPTED'
}

/** The steps of one way there and back, with the time each took. */
export function hopClock() {
  const hops: Hop[] = []
  let since = performance.now()
  let current: Hop['hop'] = 'connect'
  function ended(outcome: Hop['outcome']): void {
    const now = performance.now()
    hops.push({ hop: current, ms: Math.round(now - since), outcome })
    since = now
  }
  return {
    hops,
    next(hop: Hop['hop']): void {
      ended('ok')
      current = hop
    },
    ended,
  }
}

export type HopClock = ReturnType<typeof hopClock>

/** @param detail for the log of checks: a code, never text that the other side wrote */
export function problem(clock: HopClock, kind: ExchangeProblem, detail: string): NotExchanged {
  clock.ended('failed')
  return { ok: false, problem: kind, detail, hops: clock.hops }
}

/** The code of a failed system call or of TLS; what else there is to say may quote what was sent. */
export function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : 'FAILED'
}

/** Posts a body and answers what came back, whatever its status; `down` and `too-slow` are answers too. */
export function post(
  address: string,
  headers: Readonly<Record<string, string>>,
  body: Uint8Array,
  limitMs: number,
): Promise<Posted | NotExchanged> {
  const clock = hopClock()
  const wrong = addressProblem(address)
  if (wrong !== null) return Promise.resolve(problem(clock, 'refused-us', wrong))
  const url = new URL(address)
  const open = url.protocol === 'https:' ? secureRequest : plainRequest
  return new Promise((settle) => {
    let isSettled = false
    const timer = setTimeout(() => finish(problem(clock, 'too-slow', `${limitMs} ms`)), limitMs)
    const sent = open(url, { method: 'POST', headers: { ...headers, 'content-length': body.byteLength }, agent: false })

    function finish(result: Posted | NotExchanged): void {
      if (isSettled) return
      isSettled = true
      clearTimeout(timer)
      settle(result)
      sent.destroy()
    }

    sent.on('socket', (socket) => {
      socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => clock.next('send'))
    })
    sent.on('finish', () => clock.next('wait'))
    sent.on('error', (error) => finish(problem(clock, 'down', codeOf(error))))
    sent.on('response', (response) => {
      clock.next('receive')
      const pieces: Buffer[] = []
      let bytes = 0
      response.on('data', (piece: Buffer) => {
        bytes += piece.byteLength
        pieces.push(piece)
        if (bytes > mostBytes) finish(problem(clock, 'not-understood', 'TOO_LARGE'))
      })
      response.on('error', (error) => finish(problem(clock, 'down', codeOf(error))))
      response.on('end', () => {
        clock.ended('ok')
        const { statusCode: status = 0 } = response
        finish({ ok: true, status, headers: response.headers, body: Buffer.concat(pieces), hops: clock.hops })
      })
      response.on('aborted', () => finish(problem(clock, 'down', 'ABORTED')))
    })
    sent.end(body)
  })
}

/** What a status by itself says, before anybody reads the body; null: read on. */
export function statusProblem(status: number): ExchangeProblem | null {
  if (status === 401 || status === 403) return 'refused-us'
  if (status === 408 || status === 504) return 'too-slow'
  if (status === 429 || status >= 500) return 'down'
  return status >= 200 && status < 300 ? null : 'not-understood'
}
