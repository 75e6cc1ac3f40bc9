import type { Clock } from '../../platform/clock.ts'
import type { Reaction, RelayedEvent } from '../../platform/events/event.ts'
import type { Organizations } from '../../platform/organizations.ts'
import type { PracticeBook } from '../practice/index.ts'
import { type AnswerUrl, confirm, type OwnLink } from './confirmation/confirm.ts'
import { confirmSeveral } from './confirmation/confirm-several.ts'
import type { TogetherEvent } from './events.ts'

export interface SchedulingJobsDeps {
  readonly organizations: Organizations
  readonly practices: PracticeBook
  readonly clock: Clock
  readonly answerUrl: AnswerUrl
  readonly ownLink: OwnLink
}

export function schedulingReactions(deps: SchedulingJobsDeps): readonly Reaction[] {
  const { organizations, practices, clock, answerUrl, ownLink } = deps
  return [
    {
      name: 'scheduling.confirm',
      on: [
        'appointment.booked',
        'appointment.approved',
        'appointment.moved',
        'appointment.cancelled',
        'appointment.restored',
      ],
      run: async (event) => {
        const organization = organizations.find(event.organization)
        if (!organization) throw new Error('the organization is not known here yet')
        await confirm(organization, await practices.read(organization), { clock, answerUrl, ownLink }, event)
      },
    },
    {
      name: 'scheduling.confirm-several',
      on: ['visits.booked', 'visits.cancelled'],
      run: async (event) => {
        const organization = organizations.find(event.organization)
        if (!organization) throw new Error('the organization is not known here yet')
        // Told by visitsBooked and visitsCancelled only.
        const together = event as RelayedEvent & TogetherEvent
        await confirmSeveral(organization, await practices.read(organization), clock, together)
      },
    },
  ]
}
