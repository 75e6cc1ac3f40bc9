import type { RegistrationRule } from '@foyer/patients'
import type { Organization } from '../../../platform/organizations.ts'

/** The rules as this process knows them with the rest of the set-up, without asking the database. */
export interface RulesBook {
  read(organization: Organization): Promise<readonly RegistrationRule[]>
  forget(slug: string): void
}
