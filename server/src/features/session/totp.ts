import { generateSecret, generateURI, verifySync } from 'otplib'

/** One-time codes by time (RFC 6238): SHA-1, six digits, thirty seconds, as every authenticator app expects. */
const STEP_SECONDS = 30

export function newTotpSecret(): string {
  return generateSecret()
}

/** What an authenticator app reads from a QR code. */
export function totpUri(secret: string, label: string): string {
  return generateURI({ secret, issuer: 'Foyer', label })
}

/** The time step whose code this is, a step early or late forgiven; null for a wrong code. */
export function matchingStep(secret: string, code: string, epochMs: number): number | null {
  const token = code.replaceAll(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const result = verifySync({ secret, token, epoch: Math.floor(epochMs / 1000), epochTolerance: STEP_SECONDS })
  return result.valid && 'timeStep' in result ? result.timeStep : null
}
