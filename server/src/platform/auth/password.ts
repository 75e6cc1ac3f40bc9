import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(argon2)

interface Cost {
  /** KiB. */
  readonly memory: number
  readonly passes: number
  readonly parallelism: number
}

/** OWASP Password Storage Cheat Sheet, argon2id: 19 MiB, 2 passes, 1 lane. */
const passwordCost: Cost = { memory: 19_456, passes: 2, parallelism: 1 }

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '')
}

async function argon2id(secret: string, salt: Buffer, cost: Cost): Promise<Buffer> {
  return derive('argon2id', { message: secret, nonce: salt, ...cost, tagLength: 32 })
}

/** PHC string: `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. */
export async function hashPassword(password: string, cost: Cost = passwordCost): Promise<string> {
  const salt = randomBytes(16)
  const hash = await argon2id(password.normalize('NFKC'), salt, cost)
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${base64(salt)}$${base64(hash)}`
}

const phc = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

/** Null is a password nobody has: the work is done all the same, so that time does not tell who exists. */
export async function passwordMatches(password: string, stored: string | null): Promise<boolean> {
  const match = stored === null ? null : phc.exec(stored)
  if (!match) {
    await argon2id(password.normalize('NFKC'), Buffer.alloc(16), passwordCost)
    return false
  }
  const [, memory, passes, parallelism, salt = '', hash = ''] = match
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) }
  const expected = Buffer.from(hash, 'base64')
  const got = await argon2id(password.normalize('NFKC'), Buffer.from(salt, 'base64'), cost)
  return got.length === expected.length && timingSafeEqual(got, expected)
}
