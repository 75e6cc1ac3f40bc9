import { type Permission, type Reply, session } from '@foyer/contract'
import { useSyncExternalStore } from 'react'
import { queryClient } from './ask.ts'
import { call, ProblemError, wire } from './client.ts'

export type Me = Reply<typeof session.readSession>

/** `unknown` until the server has answered for the first time. */
export type SessionState =
  | { readonly at: 'unknown' }
  | { readonly at: 'out'; readonly wasExpired: boolean }
  | { readonly at: 'in'; readonly me: Me }

let state: SessionState = { at: 'unknown' }
const listeners = new Set<() => void>()

function become(next: SessionState): void {
  state = next
  wire.csrf = next.at === 'in' ? next.me.csrf : null
  for (const listener of listeners) listener()
}

/** Somebody signed in, or lifted the lock. */
export function signedIn(me: Me): void {
  become({ at: 'in', me })
}

const leaving: (() => void)[] = []

/** Runs whenever nobody is signed in any more: what a window remembers of somebody's work is not the next one's. */
export function whenSignedOut(forget: () => void): void {
  leaving.push(forget)
}

/** @param wasExpired the session ended while somebody worked, and not by their own wish */
export function signedOut(wasExpired = false): void {
  queryClient.clear()
  for (const forget of leaving) forget()
  become({ at: 'out', wasExpired })
}

export function locked(): void {
  if (state.at === 'in') become({ at: 'in', me: { ...state.me, locked: true } })
}

wire.onSignedOut = () => {
  if (state.at !== 'out') signedOut(state.at === 'in')
}
wire.onLocked = locked

export async function loadSession(): Promise<void> {
  try {
    const result = await call(session.readSession, {}, { background: true })
    if (result.ok) signedIn(result.value)
  } catch (error) {
    if (error instanceof ProblemError && error.status !== 401) throw error
    signedOut()
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useSession(): SessionState {
  return useSyncExternalStore(subscribe, () => state)
}

/** Who is signed in; only for pages inside the shell. */
export function useMe(): Me {
  const now = useSession()
  if (now.at !== 'in') throw new Error('nobody is signed in')
  return now.me
}

export function useMay(permission: Permission): boolean {
  return useMe().permissions.includes(permission)
}
