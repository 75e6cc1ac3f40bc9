import type { Db } from '../../../platform/database/organization-db.ts'

/** Unless it was merged meanwhile, or speaks for another: then the way back must stay. */
export async function deletePatient(db: Db, patientId: string): Promise<void> {
  await db
    .deleteFrom('patient')
    .where('id', '=', patientId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('patient_merge')
            .select('patient_merge.id')
            .where((or) => or.or([or('survivor_id', '=', patientId), or('merged_id', '=', patientId)])),
        ),
      ),
    )
    .execute()
}
