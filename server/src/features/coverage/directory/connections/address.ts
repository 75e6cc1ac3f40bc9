import type { payers, Refusal } from '@foyer/contract'
import type { PayerLine } from '../../../../platform/ports/payer-exchange.ts'

type Why = Extract<Refusal<typeof payers.addConnection>, { reason: 'address-not-taken' }>['why']

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]'])

/**
 * Null where an address is good for a kind: files go by `sftp://`, everything else by `https://`; http only to this
 * machine itself, where nobody listens in (45 CFR 164.312(e)). A secret in it would be shown and logged.
 */
export function addressFault(kind: PayerLine['kind'], address: string): Why | null {
  if (!URL.canParse(address)) return 'not-an-address'
  const { protocol, hostname, username, password } = new URL(address)
  if (!['https:', 'http:', 'sftp:'].includes(protocol) || hostname === '') return 'not-an-address'
  if (username !== '' || password !== '') return 'holds-a-secret'
  if ((protocol === 'sftp:') !== (kind === 'sftp')) return 'of-another-kind'
  return protocol === 'http:' && !loopback.has(hostname) ? 'not-encrypted' : null
}
