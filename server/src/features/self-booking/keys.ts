import { createHmac } from 'node:crypto'
import { sameText } from '../../platform/auth/tokens.ts'
import { networkOf } from './network.ts'

const hex = /^[0-9a-f]{32}$/

/** What stands for records on the public pages of one organization, and what proves that somebody was told of a visit. */
export interface Keys {
  /** 16 characters that stand for a record and lead nowhere else. */
  keyOf(id: string): string
  /** Which of these records the key stands for. */
  find<T extends { readonly id: string }>(records: Iterable<T>, key: string): T | null
  /** Needs no row: the id of the visit and a keyed hash of it. */
  visitSecret(appointmentId: string): string
  /** The visit that a secret names; null for one that was not made here. */
  readVisit(secret: string): string | null
  /** Network addresses are compared, never kept. */
  addressHash(ip: string): Buffer
  /** For counting what was sent to an address. */
  emailHash(email: string): Buffer
  codeHash(selfBookingId: string, code: string): Buffer
  readonly sign: (text: string) => string
}

export function openKeys(secret: string, slug: string): Keys {
  const mac = (use: string, text: string): Buffer =>
    createHmac('sha256', secret).update(`foyer self-booking v1 ${use} ${slug} ${text}`).digest()
  const keyOf = (id: string): string => mac('key', id).subarray(0, 12).toString('base64url')
  const visitSecret = (id: string): string =>
    `${Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')}.${mac('visit', id).toString('base64url')}`
  return {
    keyOf,
    find: (records, key) => {
      for (const record of records) if (keyOf(record.id) === key) return record
      return null
    },
    visitSecret,
    readVisit: (given) => {
      const bare = Buffer.from(given.split('.')[0] ?? '', 'base64url').toString('hex')
      if (!hex.test(bare)) return null
      const id = bare.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
      return sameText(visitSecret(id), given) ? id : null
    },
    addressHash: (ip) => mac('address', networkOf(ip)),
    emailHash: (email) => mac('email', email.toLowerCase()),
    codeHash: (id, code) => mac('code', `${id} ${code}`),
    sign: (text) => mac('challenge', text).toString('base64url'),
  }
}
