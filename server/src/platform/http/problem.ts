/** The one table of problems (RFC 9457): what is wrong with a request as such. Refusals of a rule are no problems. */
export const problems = {
  'not-signed-in': { status: 401, title: 'Sign in first' },
  'screen-locked': { status: 401, title: 'The screen is locked' },
  'not-allowed': { status: 403, title: 'Your role does not include this' },
  restricted: {
    status: 403,
    title: 'This record is restricted: say why you need it (break-glass), or ask the privacy officer',
  },
  'forged-request': { status: 403, title: 'The request did not come from a page of this server' },
  'not-found': { status: 404, title: 'There is nothing here' },
  'merged-record': { status: 409, title: 'This record leads to another of the same person: open that one' },
  'too-large': { status: 413, title: 'The request is too large' },
  'not-json': { status: 415, title: 'The body is not JSON' },
  'not-understood': { status: 422, title: 'The request is not understood' },
  'key-missing': { status: 422, title: 'A write needs an Idempotency-Key' },
  'key-reused': { status: 422, title: 'This Idempotency-Key was used for another request' },
  'too-many-requests': { status: 429, title: 'Too many requests; wait a moment' },
  fault: { status: 500, title: 'Something went wrong here; it was noted' },
  'not-ready': { status: 503, title: 'Not ready yet' },
} as const

export type ProblemType = keyof typeof problems

/** What is wrong where: a JSON Pointer into the request and words that never repeat the value. */
export interface ProblemDetail {
  readonly pointer: string
  readonly detail: string
}

/** Thrown by whoever cannot go on with a request; answered as `application/problem+json`. */
export class Problem extends Error {
  readonly type: ProblemType
  readonly details: readonly ProblemDetail[]

  constructor(type: ProblemType, details: readonly ProblemDetail[] = []) {
    super(type)
    this.type = type
    this.details = details
  }
}

export function problemBody(type: ProblemType, instance: string, details: readonly ProblemDetail[] = []): object {
  const { status, title } = problems[type]
  return { type: `/problems/${type}`, title, status, instance, ...(details.length > 0 ? { errors: details } : {}) }
}
