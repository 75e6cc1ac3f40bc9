import type { payers, Reply } from '@foyer/contract'
import type { Connection } from './store.ts'

type Shown = Reply<typeof payers.addConnection>

function stateOf({ downSince, lastAnswerAt }: Connection): Pick<Shown, 'state' | 'since'> {
  if (downSince !== null) return { state: 'down', since: downSince }
  return { state: lastAnswerAt === null ? 'never-answered' : 'answers', since: lastAnswerAt }
}

/** Whether there is a secret, never which. */
export function presentConnection(connection: Connection): Shown {
  const { id, name, kind, address, settings, senderId, receiverId, usage, active, isSandbox, retryAt } = connection
  return {
    id,
    name,
    kind,
    address,
    settings: { ...settings },
    senderId,
    receiverId,
    usage,
    active,
    isSandbox,
    hasSecret: connection.sealed !== null,
    ...stateOf(connection),
    retryAt,
  }
}
