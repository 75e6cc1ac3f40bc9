import { createHash, randomBytes } from 'node:crypto'
import { sameText } from '../../platform/auth/tokens.ts'

const LIFE_MS = 30 * 60_000

type Sign = (text: string) => string

/** `issued.bits.chance.signature`: whoever checks it needs to have kept nothing. */
export function newChallenge(sign: Sign, nowMs: number, bits: number): string {
  const body = `${nowMs.toString(36)}.${bits}.${randomBytes(16).toString('base64url')}`
  return `${body}.${sign(body)}`
}

/** Leading zero bits of a hash. */
export function zeroBits(hash: Uint8Array): number {
  const first = hash.findIndex((byte) => byte !== 0)
  return first === -1 ? hash.length * 8 : first * 8 + Math.clz32(hash[first] ?? 0) - 24
}

/**
 * Was the work done? Hashcash (Back, 2002) with SHA-256: finding the answer takes 2^bits tries, checking it takes one.
 * Answers what stands for the challenge, so that each counts once; null when it is not ours, too old or not solved.
 */
export function checkProof(
  sign: Sign,
  nowMs: number,
  proof: { readonly challenge: string; readonly answer: number },
): Buffer | null {
  const parts = proof.challenge.split('.')
  const [issued = '', bits = '', , signature = ''] = parts
  if (parts.length !== 4 || !sameText(sign(parts.slice(0, 3).join('.')), signature)) return null
  const age = nowMs - Number.parseInt(issued, 36)
  if (!(age >= 0 && age <= LIFE_MS)) return null
  const hash = createHash('sha256').update(`${proof.challenge}.${proof.answer}`).digest()
  return zeroBits(hash) >= Number(bits) ? createHash('sha256').update(proof.challenge).digest() : null
}
