import type { registration, Reply } from '@foyer/contract'
import type { Db } from '../../../platform/database/organization-db.ts'
import { selectRegistrationRules } from './store.ts'

export async function readRules(db: Db): Promise<Reply<typeof registration.readRegistrationRules>> {
  return { rules: [...(await selectRegistrationRules(db))] }
}
