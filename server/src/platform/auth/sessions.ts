import type { Role } from '@foyer/contract'
import type { Clock } from '../clock.ts'
import type { Db } from '../database/organization-db.ts'
import { newToken, tokenHash } from './tokens.ts'

/** Somebody who is signed in, or a system that shows a key. */
export interface StaffActor {
  readonly staffId: string
  readonly name: string
  readonly role: Role
}

/** Or somebody without an account, who acts for themselves. */
export interface Guest {
  /** No staff has this id. */
  readonly staffId: typeof NOBODY
  readonly name: string
  readonly role: 'patient'
  /** Hash of the secret that their holds are kept under; null before they have one. */
  readonly holdToken: Buffer | null
}

export type Actor = StaffActor | Guest

const NOBODY = '00000000-0000-0000-0000-000000000000'

export function guest(holdToken: Buffer | null): Guest {
  return { staffId: NOBODY, name: 'patient, online', role: 'patient', holdToken }
}

/** Whose work it is where only staff can stand: null for somebody who acts for themselves. */
export function staffOf(actor: Actor): string | null {
  return actor.role === 'patient' ? null : actor.staffId
}

export interface Session {
  readonly id: string
  readonly organization: string
  readonly actor: StaffActor
  readonly expiresAtMs: number
  locked: boolean
  lastSeenMs: number
  /** What the database knows of `lastSeenMs`; written at most twice a minute. */
  lastSavedMs: number
  readonly loadedMs: number
}

export const SESSION_HOURS = 12
export const IDLE_LOCK_MINUTES = 15
/** A cached session is read again after this long, in case a notice of its end was lost. */
const CACHE_MS = 10_000
const SAVE_SEEN_MS = 30_000

/** The sessions this process knows, keyed by organization and token. */
export interface Sessions {
  start(db: Db, organization: string, actor: StaffActor, device: string): Promise<{ token: string; session: Session }>
  find(db: Db, organization: string, token: string): Promise<Session | null>
  /** Notes that somebody is at the screen. */
  seen(db: Db, session: Session): void
  isLocked(session: Session): boolean
  setLocked(db: Db, session: Session, locked: boolean): Promise<void>
  end(db: Db, sessionId: string): Promise<void>
  /** Drops what is remembered of a session, or of all: it will be read again. */
  forget(sessionId: string | null): void
}

export function openSessions(clock: Clock): Sessions {
  const known = new Map<string, Session>()

  function nowMs(): number {
    return clock.now().epochMilliseconds
  }

  async function load(db: Db, organization: string, token: string): Promise<Session | null> {
    const row = await db
      .selectFrom('session')
      .innerJoin('staff', 'staff.id', 'session.staff_id')
      .select([
        'session.id',
        'session.staff_id',
        'session.expires_at',
        'session.locked',
        'session.last_seen_at',
        'staff.name',
        'staff.role',
      ])
      .where('session.token_hash', '=', tokenHash(token))
      .where('session.ended_at', 'is', null)
      .where('staff.active', '=', true)
      .executeTakeFirst()
    if (!row) return null
    const lastSeenMs = Date.parse(row.last_seen_at)
    return {
      id: row.id,
      organization,
      actor: { staffId: row.staff_id, name: row.name, role: row.role as Role },
      expiresAtMs: Date.parse(row.expires_at),
      locked: row.locked,
      lastSeenMs,
      lastSavedMs: lastSeenMs,
      loadedMs: nowMs(),
    }
  }

  async function find(db: Db, organization: string, token: string): Promise<Session | null> {
    const key = `${organization}.${token}`
    const cached = known.get(key)
    const now = nowMs()
    if (cached && now - cached.loadedMs < CACHE_MS) return cached.expiresAtMs > now ? cached : null
    const session = await load(db, organization, token)
    if (!session || session.expiresAtMs <= now) {
      known.delete(key)
      return null
    }
    if (cached) session.lastSeenMs = Math.max(session.lastSeenMs, cached.lastSeenMs)
    known.set(key, session)
    return session
  }

  return {
    start: async (db, organization, actor, device) => {
      const token = newToken()
      const now = clock.now()
      const expires = now.add({ hours: SESSION_HOURS })
      const id = clock.id()
      await db
        .insertInto('session')
        .values({
          id,
          staff_id: actor.staffId,
          token_hash: tokenHash(token),
          device,
          started_at: now.toString(),
          last_seen_at: now.toString(),
          expires_at: expires.toString(),
        })
        .execute()
      const ms = now.epochMilliseconds
      const session = {
        id,
        organization,
        actor,
        expiresAtMs: expires.epochMilliseconds,
        locked: false,
        lastSeenMs: ms,
        lastSavedMs: ms,
        loadedMs: ms,
      }
      for (const [key, old] of known) if (old.expiresAtMs <= ms) known.delete(key)
      known.set(`${organization}.${token}`, session)
      return { token, session }
    },
    find,
    seen: (db, session) => {
      const now = nowMs()
      session.lastSeenMs = now
      if (now - session.lastSavedMs < SAVE_SEEN_MS) return
      session.lastSavedMs = now
      // Losing this note only locks a screen earlier; nobody waits for it.
      void db
        .updateTable('session')
        .set({ last_seen_at: clock.now().toString() })
        .where('id', '=', session.id)
        .execute()
        .catch(() => {})
    },
    isLocked: (session) => session.locked || nowMs() - session.lastSeenMs > IDLE_LOCK_MINUTES * 60_000,
    setLocked: async (db, session, locked) => {
      session.locked = locked
      if (!locked) session.lastSeenMs = nowMs()
      await db
        .updateTable('session')
        .set({ locked, last_seen_at: clock.now().toString(), ...(locked ? {} : { unlock_failures: 0 }) })
        .where('id', '=', session.id)
        .execute()
    },
    end: async (db, sessionId) => {
      await db
        .updateTable('session')
        .set({ ended_at: clock.now().toString() })
        .where('id', '=', sessionId)
        .where('ended_at', 'is', null)
        .execute()
      forget(sessionId)
    },
    forget,
  }

  function forget(sessionId: string | null): void {
    for (const [key, session] of known) if (sessionId === null || session.id === sessionId) known.delete(key)
  }
}
