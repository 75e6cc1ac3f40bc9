import type { CallInput, payers } from '@foyer/contract'
import type { Connection } from '../shapes.ts'

export type SecretKind = 'kept' | 'none' | 'password' | 'key' | 'token'

/** A connection while it is written. */
export interface Draft {
  readonly name: string
  readonly kind: Connection['kind']
  readonly address: string
  readonly senderId: string
  readonly receiverId: string
  readonly usage: 'P' | 'T'
  readonly active: boolean
  /** Of a place for files: the fingerprint of the key that its server shows. */
  readonly hostKey: string
  /** The others, one a line, `name = value`. */
  readonly settings: string
  readonly secret: SecretKind
  readonly user: string
  /** Password, key or token; gone when the window closes. */
  readonly word: string
}

export function draftOf(connection: Connection | null): Draft {
  return {
    name: connection?.name ?? '',
    kind: connection?.kind ?? 'rest',
    address: connection?.address ?? '',
    senderId: connection?.senderId ?? '',
    receiverId: connection?.receiverId ?? '',
    usage: connection?.usage ?? 'T',
    active: connection?.active ?? true,
    hostKey: connection?.settings['hostKey'] ?? '',
    settings: Object.entries(connection?.settings ?? {})
      .filter(([name]) => name !== 'hostKey')
      .map(([name, value]) => `${name} = ${value}`)
      .join('\n'),
    secret: connection?.hasSecret ? 'kept' : 'none',
    user: '',
    word: '',
  }
}

/** Null where a line is no `name = value`. */
export function settingsOf(text: string): Readonly<Record<string, string>> | null {
  const settings: Record<string, string> = {}
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue
    const [, name, value] = /^\s*([a-zA-Z]{1,40})\s*=\s*(.*?)\s*$/.exec(line) ?? []
    if (name === undefined || value === undefined) return null
    settings[name] = value
  }
  return settings
}

export function secretOf({ secret, user, word }: Draft): CallInput<typeof payers.addConnection>['secret'] | undefined {
  if (secret === 'kept') return 'kept'
  if (secret === 'none') return null
  if (word === '' || (secret !== 'token' && user.trim() === '')) return undefined
  if (secret === 'token') return { kind: 'token', token: word }
  return secret === 'password'
    ? { kind: 'password', user: user.trim(), password: word }
    : { kind: 'key', user: user.trim(), privateKey: word }
}

/** What is sent; null while something is missing. */
export function bodyOf(draft: Draft): CallInput<typeof payers.addConnection> | null {
  const { kind, usage, active } = draft
  const [name, address, senderId, receiverId] = [draft.name, draft.address, draft.senderId, draft.receiverId].map(
    (text) => text.trim(),
  )
  const written = settingsOf(draft.settings)
  const secret = secretOf(draft)
  if (!name || !address || !senderId || !receiverId || written === null || secret === undefined) return null
  const hostKey = kind === 'sftp' ? draft.hostKey.trim() : ''
  if (kind === 'sftp' && hostKey === '') return null
  const settings = hostKey === '' ? written : { ...written, hostKey }
  return { name, kind, address, senderId, receiverId, usage, active, settings, secret }
}
