import type { Clock } from '../../../platform/clock.ts'
import type { Reaction } from '../../../platform/events/event.ts'
import { tellIn } from '../../../platform/events/tell.ts'
import type { Organizations } from '../../../platform/organizations.ts'
import { sweepDone } from './events.ts'
import { leadAllStragglers, leadStragglers } from './lead-stragglers.ts'
import { suspectAgain } from './suspect.ts'
import { sweepAll } from './sweep-duplicates.ts'

export interface DuplicatesJobsDeps {
  readonly organizations: Organizations
  readonly clock: Clock
}

export function duplicatesReactions({ organizations, clock }: DuplicatesJobsDeps): readonly Reaction[] {
  const dbOf = (slug: string) => {
    const organization = organizations.find(slug)
    if (!organization) throw new Error('the organization is not known here yet')
    return organization.db
  }
  return [
    {
      name: 'duplicates.suspect',
      on: ['patient.registered', 'patient.changed', 'patient.unmerged'],
      run: (event) => suspectAgain(dbOf(event.organization), event.id, clock.now().toString()),
    },
    {
      name: 'duplicates.lead-stragglers',
      on: ['patient.merged'],
      run: async (event) => void (await leadStragglers(dbOf(event.organization), event.id)),
    },
    {
      name: 'duplicates.sweep',
      on: ['duplicate.sweep-asked'],
      run: async (event) => {
        const db = dbOf(event.organization)
        await leadAllStragglers(db)
        await sweepAll(db, clock.now().toString())
        await tellIn(db, clock.now().toString(), sweepDone(event.id))
      },
    },
  ]
}
