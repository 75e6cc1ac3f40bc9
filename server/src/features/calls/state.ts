export type CallState = 'ringing' | 'answered' | 'ended' | 'missed'
export type CallEvent = 'ringing' | 'answered' | 'ended'

/** Instants as RFC 3339 in UTC. */
export interface CallTimes {
  readonly state: CallState
  readonly startedAt: string
  readonly answeredAt: string | null
  readonly endedAt: string | null
}

/** A phone that rings longer is ringing nowhere any more. */
export const RINGS_MINUTES = 2

const untold: CallTimes = { state: 'ringing', startedAt: '', answeredAt: null, endedAt: null }

function stateOf({ answeredAt, endedAt }: CallTimes): CallState {
  if (endedAt !== null) return answeredAt === null ? 'missed' : 'ended'
  return answeredAt === null ? 'ringing' : 'answered'
}

/**
 * What is known of a call after one more word from the phone system. Words may come in any order and more than once:
 * what was known stays, and what came later in the call decides its state.
 */
export function afterEvent(known: CallTimes | null, event: CallEvent, at: string): CallTimes {
  const before = known ?? { ...untold, startedAt: at }
  const after: CallTimes = {
    state: before.state,
    startedAt: at < before.startedAt ? at : before.startedAt,
    answeredAt: event === 'answered' ? (before.answeredAt ?? at) : before.answeredAt,
    endedAt: event === 'ended' ? (before.endedAt ?? at) : before.endedAt,
  }
  return { ...after, state: stateOf(after) }
}
