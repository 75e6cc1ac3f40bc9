import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** AES-256-GCM with a nonce of 96 random bits (NIST SP 800-38D, 5.2.1.1 and 8.2.2). The tag stands behind the text. */
export interface Sealed {
  readonly nonce: Buffer
  readonly sealed: Buffer
}

/** What a sealed text belongs to. It is not in the seal, yet nothing opens under another. */
export type Bound = readonly (string | number)[]

const TAG = 16

export function seal(key: Uint8Array, bound: Bound, bytes: Uint8Array): Sealed {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(JSON.stringify(bound)))
  return { nonce, sealed: Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]) }
}

/** @throws Error where the key, the nonce, the text or what it belongs to is another */
export function unseal(key: Uint8Array, bound: Bound, { nonce, sealed }: Sealed): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce)
  decipher.setAAD(Buffer.from(JSON.stringify(bound)))
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG))
  return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - TAG)), decipher.final()])
}

function derived(secret: string, organizationId: string, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, organizationId, `foyer documents v1 ${use}`, 32))
}

/** The key of the installation for one organization: it wraps that organization's keys and seals nothing else (RFC 5869). */
export function wrappingKey(secret: string, organizationId: string): Buffer {
  return derived(secret, organizationId, 'wrap')
}

/** Keyed, so that nobody with the table alone can ask whether a file they have is in it. */
export function contentHash(secret: string, organizationId: string, bytes: Uint8Array): Buffer {
  return createHmac('sha256', derived(secret, organizationId, 'hash'))
    .update(bytes)
    .digest()
}

export interface OrganizationKey {
  readonly version: number
  readonly key: Buffer
}

export interface WrappedKey {
  readonly version: number
  readonly nonce: Buffer
  readonly wrapped: Buffer
}

function keyBound(organizationId: string, version: number): Bound {
  return ['foyer document key', organizationId, version]
}

export function wrap(secret: string, organizationId: string, { version, key }: OrganizationKey): WrappedKey {
  const { nonce, sealed } = seal(wrappingKey(secret, organizationId), keyBound(organizationId, version), key)
  return { version, nonce, wrapped: sealed }
}

export function unwrap(
  secret: string,
  organizationId: string,
  { version, nonce, wrapped }: WrappedKey,
): OrganizationKey {
  const bound = keyBound(organizationId, version)
  return { version, key: unseal(wrappingKey(secret, organizationId), bound, { nonce, sealed: wrapped }) }
}

export function newKey(version: number): OrganizationKey {
  return { version, key: randomBytes(32) }
}
