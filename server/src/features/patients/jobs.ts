import type { Clock } from '../../platform/clock.ts'
import type { Reaction } from '../../platform/events/event.ts'
import type { Organizations } from '../../platform/organizations.ts'
import { settleRegistration } from './registration/settle.ts'
import { findableAgain } from './search/keys/keep-findable.ts'
import { inTransaction } from '../../platform/database/transaction.ts'

export interface PatientsJobsDeps {
  readonly organizations: Organizations
  readonly clock: Clock
}

/**
 * Writes make a person's keys themselves; this holds for a write that forgot, and for what others change about somebody:
 * relatives, a merge.
 */
export function patientsReactions({ organizations, clock }: PatientsJobsDeps): readonly Reaction[] {
  return [
    {
      // Details, relatives, documents: whoever fills what was missing says only that the person changed.
      name: 'patients.settle-registration',
      on: ['patient.changed'],
      run: async ({ organization: slug, patientId }) => {
        const organization = organizations.find(slug)
        if (!organization) throw new Error('the organization is not known here yet')
        const by = { at: clock.now().toString(), actorId: null, actorName: 'foyer', source: 'desk' }
        if (patientId) await inTransaction(organization.db, (tx) => settleRegistration(tx, patientId, by))
      },
    },
    {
      name: 'patients.keep-findable',
      on: ['patient.registered', 'patient.changed', 'coverage.changed'],
      run: async ({ organization: slug, patientId }) => {
        const organization = organizations.find(slug)
        if (!organization) throw new Error('the organization is not known here yet')
        if (patientId) await findableAgain(organization.db, [patientId])
      },
    },
  ]
}
