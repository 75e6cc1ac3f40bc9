import type { LiveEvent } from '@foyer/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** Says that the line is alive, for browsers and for what stands between. */
const BEAT_MS = 20_000

const open = new Set<() => void>()

/** Server-sent events (HTML standard, 9.2). At every beat it is asked whether the listener may go on. */
export function openStream(
  request: FastifyRequest,
  reply: FastifyReply,
  join: (send: (event: LiveEvent) => void) => () => void,
  mayListen: () => Promise<boolean>,
): void {
  reply.hijack()
  const { raw } = reply
  for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) raw.setHeader(name, value)
  raw.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    connection: 'close',
  })
  raw.write('retry: 1000\n: open\n\n')
  const leave = join((event) => raw.write(`data: ${JSON.stringify(event)}\n\n`))
  const beat = setInterval(() => {
    raw.write(': beat\n\n')
    void mayListen().then((may) => (may ? undefined : close()))
  }, BEAT_MS)
  const close = (): void => {
    clearInterval(beat)
    leave()
    open.delete(close)
    raw.end()
  }
  open.add(close)
  request.raw.on('close', close)
}

/** Ends all streams, so that a stopping server does not wait for browsers that never leave. */
export function closeStreams(): void {
  for (const close of open) close()
}
