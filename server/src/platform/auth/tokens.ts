import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 random bits. Only the hash is stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

export function cookieKey(secret: string): string {
  return createHmac('sha256', secret).update('foyer cookies v1').digest('hex')
}

/** The value a page must send back with every write; bound to the session. */
export function csrfToken(secret: string, sessionId: string): string {
  return createHmac('sha256', secret).update(`foyer csrf v1 ${sessionId}`).digest('base64url')
}

export function sameText(a: string, b: string): boolean {
  const left = Buffer.from(a)
  const right = Buffer.from(b)
  return left.length === right.length && timingSafeEqual(left, right)
}

/**
 * The secret part of the link by which a patient answers to a moved visit. Worked out anew whenever it is needed, so that
 * it need not be kept: not in the database, not in an event. 192 bits.
 */
export function answerToken(secret: string, organization: string, repairId: string, appointmentId: string): string {
  return createHmac('sha256', secret)
    .update(`foyer answer v1 ${organization} ${repairId} ${appointmentId}`)
    .digest()
    .subarray(0, 24)
    .toString('base64url')
}
