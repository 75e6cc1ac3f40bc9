import type { Db } from '../../../platform/database/organization-db.ts'

export async function deletePatient(db: Db, patientId: string): Promise<void> {
  await db.deleteFrom('patient').where('id', '=', patientId).execute()
}
