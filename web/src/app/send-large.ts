import type { CallInput, EndpointSpec, Refusal, Reply } from '@foyer/contract'
import { ok, type Result, refuse } from '@foyer/kernel'
import { addressOf, ProblemError, wire } from './client.ts'

export interface SendOptions {
  readonly idempotencyKey: string
  /** 0 to 1, of what was sent. */
  readonly onProgress: (share: number) => void
}

/** A call whose body takes a while on its way. @throws ProblemError */
export function sendLarge<S extends EndpointSpec>(
  spec: S,
  input: CallInput<S>,
  { idempotencyKey, onProgress }: SendOptions,
): Promise<Result<Reply<S>, Refusal<S>>> {
  return new Promise((resolve, reject) => {
    // `fetch` does not tell how far a body is.
    const request = new XMLHttpRequest()
    request.open(spec.method, addressOf(spec, input))
    request.setRequestHeader('content-type', 'application/json')
    request.setRequestHeader('idempotency-key', idempotencyKey)
    if (wire.csrf !== null) request.setRequestHeader('x-foyer-csrf', wire.csrf)
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total)
    request.onerror = () => reject(new ProblemError(0, 'offline'))
    request.onload = () => {
      const answer = answerOf(request.responseText)
      if (request.status === 200) return resolve(ok(answer as Reply<S>))
      if (request.status === 409 && answer['refusal'] !== undefined)
        return resolve(refuse(answer['refusal'] as Refusal<S>))
      const problem = answer['type']
      const type = (typeof problem === 'string' ? problem.split('/').at(-1) : undefined) ?? 'fault'
      if (type === 'not-signed-in') wire.onSignedOut()
      if (type === 'screen-locked') wire.onLocked()
      reject(new ProblemError(request.status, type))
    }
    request.send(JSON.stringify(input))
  })
}

function answerOf(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return {}
  }
}
