import type { ServerResponse } from 'node:http'
import type { Trouble } from '../cast/policy.ts'

const page = '<!doctype html><html><head><title>Welcome</title></head><body>Our portal has moved.</body></html>'

/** Whether the trouble itself is the answer; otherwise the payload goes out as `spoiled` has it, after `slowMs` if slow. */
export function answerByTrouble(trouble: Trouble | null, response: ServerResponse): boolean {
  switch (trouble) {
    case 'gone':
      response.socket?.destroy()
      return true
    case 'busy':
      response.writeHead(503, { 'content-type': 'text/html', 'retry-after': '60' }).end(page)
      return true
    case 'page':
      response.writeHead(200, { 'content-type': 'text/html' }).end(page)
      return true
    default:
      return false
  }
}

/** Half of it, or with an IEA and an SE that do not belong to their ISA and their set. */
export function spoiled(trouble: Trouble | null, text: string): string {
  if (trouble === 'cut') return text.slice(0, Math.floor(text.length / 2))
  if (trouble !== 'numbers') return text
  return text
    .replace(/(IEA\W\d+\W)\d{9}/, '$1999999998')
    .replace(/(\WSE\W)(\d+)/, (_, tag: string, count: string) => `${tag}${Number(count) + 3}`)
}
