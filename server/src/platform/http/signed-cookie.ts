import type { FastifyRequest } from 'fastify'

/** Reads cookies that this server signed. */
export interface SignedCookies {
  /** What was signed; null where the signature is not ours. */
  read(request: FastifyRequest, cookie: string): string | null
}

const mostKnown = 5000

/**
 * A page sends the same cookie with every request: a signature that was found good is not worked out again. Those that
 * are not ours are never remembered, so nobody fills the memory by guessing.
 */
export function openSignedCookies(): SignedCookies {
  const good = new Map<string, string>()
  return {
    read: (request, cookie) => {
      const before = good.get(cookie)
      if (before !== undefined) return before
      const { valid, value } = request.unsignCookie(cookie)
      if (!valid || value === null) return null
      if (good.size >= mostKnown) good.clear()
      good.set(cookie, value)
      return value
    },
  }
}
