import { generateKeyPairSync } from 'node:crypto'

/**
 * A private key for a server of SSH, as PEM. Made by Node: of the ed25519 keys that ssh2 1.17 makes one in 256 cannot be read
 * by itself.
 */
export function newHostKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return privateKey.export({ type: 'sec1', format: 'pem' }).toString()
}
