import { randomUUID } from 'node:crypto'
import type { Place } from '../http/place.ts'
import type { Figure } from '../topic.ts'

const dayMs = 86_400_000

/** Bookings sent at one moment: of as many clinicians all are made, of one opening exactly one. */
export async function atOnce({ set }: Place, side: Place['sides'][number], firstDay: number): Promise<Figure[]> {
  const midnight = (Math.floor(Date.now() / dayMs) + firstDay) * dayMs
  const book = async (n: number, clinician: number): Promise<boolean> => {
    const body = {
      patientId: set.patientIds[n % set.patientIds.length],
      siteId: set.siteId,
      visitTypeId: set.visitTypeId,
      start: new Date(midnight).toISOString().replace('.000Z', 'Z'),
      assignments: [{ role: 'clinician', resourceId: set.clinicianIds[clinician] }],
    }
    const headers = { ...side.headers, 'content-type': 'application/json', 'idempotency-key': randomUUID() }
    const answer = await fetch(`${side.url}/api/appointments`, { method: 'POST', headers, body: JSON.stringify(body) })
    await answer.arrayBuffer()
    return answer.ok
  }
  const made = async (bookings: readonly Promise<boolean>[]) => (await Promise.all(bookings)).filter(Boolean).length
  const others = await made(Array.from({ length: 20 }, (_, n) => book(n, n)))
  const one = await made(Array.from({ length: 50 }, (_, n) => book(20 + n, 20)))
  return [
    { name: 'http-20-of-20-clinicians', value: others, unit: 'booked', target: '20', isOk: others === 20 },
    { name: 'http-50-of-one-opening', value: one, unit: 'booked', target: '1', isOk: one === 1 },
  ]
}
