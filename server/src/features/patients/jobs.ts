import type { Reaction } from '../../platform/events/event.ts'
import type { Organizations } from '../../platform/organizations.ts'
import { keepFindable } from './search/keys/keep-findable.ts'

/**
 * Writes make a person's keys themselves; this holds for a write that forgot, and for what others change about somebody:
 * relatives, a merge.
 */
export function patientsReactions({ organizations }: { readonly organizations: Organizations }): readonly Reaction[] {
  return [
    {
      name: 'patients.keep-findable',
      on: ['patient.registered', 'patient.changed', 'coverage.changed'],
      run: async ({ organization: slug, patientId }) => {
        const organization = organizations.find(slug)
        if (!organization) throw new Error('the organization is not known here yet')
        if (patientId) await organization.db.transaction().execute((tx) => keepFindable(tx, [patientId]))
      },
    },
  ]
}
