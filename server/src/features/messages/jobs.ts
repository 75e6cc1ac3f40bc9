import type { Clock } from '../../platform/clock.ts'
import type { Reaction } from '../../platform/events/event.ts'
import type { Organizations } from '../../platform/organizations.ts'
import type { Mailer } from '../../platform/ports/mailer.ts'
import { sendMessage } from './send-message.ts'

export interface MessagesDeps {
  readonly organizations: Organizations
  readonly clock: Clock
  readonly mailer: Mailer | null
}

export function messagesReactions({ organizations, clock, mailer }: MessagesDeps): readonly Reaction[] {
  return [
    {
      name: 'messages.send',
      on: ['message.queued'],
      run: async (event) => {
        const organization = organizations.find(event.organization)
        if (!organization) throw new Error('the organization is not known here yet')
        await sendMessage({ db: organization.db, now: () => clock.now(), mailer }, event.id)
      },
    },
  ]
}
