import type { Db } from '../../platform/database/organization-db.ts'
import { aPatient } from '../patients/testing.ts'
import type { SmallPractice } from '../practice/testing.ts'
import { anAppointment, type BuiltAppointment } from '../scheduling/testing.ts'

/** Fourteen visits of Dr. Okafor on a day in winter, every half hour but for lunch, in the first room. */
export async function aFullDay(db: Db, p: SmallPractice, date: string): Promise<readonly BuiltAppointment[]> {
  const minutes = [
    ...Array.from({ length: 7 }, (_, at) => 480 + at * 30),
    ...Array.from({ length: 7 }, (_, at) => 780 + at * 30),
  ]
  const visits: BuiltAppointment[] = []
  for (const [index, minute] of minutes.entries()) {
    const contact =
      index % 2 === 0 ? { email: `p${index}@example.org` } : { phone: `(312) 555-02${String(index).padStart(2, '0')}` }
    const patientId = await aPatient(db, { given: `Person${index}`, language: index === 0 ? 'es' : 'en', ...contact })
    // 06:00 in UTC is midnight in Chicago.
    const start = new Date(Date.parse(`${date}T06:00:00Z`) + minute * 60_000).toISOString().replace('.000Z', 'Z')
    visits.push(
      await anAppointment(db, {
        siteId: p.siteId,
        visitTypeId: p.visitTypes.followUp,
        patientId,
        start,
        assignments: [
          { role: 'clinician', resourceId: p.clinicians.okafor },
          { role: 'room', resourceId: p.rooms[0] },
        ],
      }),
    )
  }
  return visits
}
