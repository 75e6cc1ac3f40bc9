import { patients, practice, scheduling } from '@foyer/contract'
import type { HttpClient } from './http-client.ts'

export interface Wish {
  readonly visitTypeId: string
  readonly siteId: string
  readonly start: string
  readonly assignments: readonly { role: string; resourceId: string }[]
}

/** Openings that do not stand in one another's way, to be booked side by side. */
export async function manyOpenings(client: HttpClient): Promise<readonly Wish[]> {
  const { body } = await client.call(practice.readPractice, {})
  const wishes: Wish[] = []
  const today = todayUtc()
  for (const visitType of body.visitTypes) {
    const [site] = body.sites
    if (!site) break
    const found = await client.call(scheduling.findOpenings, {
      visitTypeId: visitType.id,
      siteId: site.id,
      from: today,
      to: plusDays(today, 60),
      limit: 50,
    })
    for (const opening of found.body.openings ?? [])
      wishes.push({
        visitTypeId: visitType.id,
        siteId: site.id,
        start: opening.start,
        assignments: opening.assignments.map(({ role, resourceId }) => ({ role, resourceId })),
      })
  }
  return wishes
}

function todayUtc(): string {
  return new Date().toISOString().slice(0, 10)
}

function plusDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

export async function somePatients(client: HttpClient): Promise<readonly string[]> {
  const ids: string[] = []
  for (const q of ['ma', 'jo', 'an', 'ga', 'no', 'sa', 'li']) {
    const found = await client.call(patients.searchPatients, { q, limit: 50 })
    ids.push(...found.body.patients.map((one) => one.id))
  }
  return [...new Set(ids)]
}

/** A booking whose answer did not arrive, as somebody would ask for it again. */
export interface Unanswered {
  readonly wish: Wish
  readonly patientId: string
  readonly idempotencyKey: string
}

export interface Storm {
  /** Ids of the answers that arrived. */
  readonly acknowledged: string[]
  readonly unanswered: Unanswered[]
  stop(): Promise<void>
}

/** Books until told to stop, six at a time. */
export function bookOn(client: HttpClient, wishes: readonly Wish[], people: readonly string[]): Storm {
  const acknowledged: string[] = []
  const unanswered: Unanswered[] = []
  let next = 0
  let stopped = false
  async function booker(): Promise<void> {
    while (!stopped && next < wishes.length) {
      const index = next
      next += 1
      const wish = wishes[index]
      const patientId = people[index % people.length]
      if (!wish || !patientId) continue
      const idempotencyKey = crypto.randomUUID()
      const answer = await client
        .call(
          scheduling.bookAppointment,
          { ...wish, assignments: [...wish.assignments], patientId },
          { idempotencyKey },
        )
        .catch(() => null)
      if (!answer) unanswered.push({ wish, patientId, idempotencyKey })
      else if (answer.status === 200) acknowledged.push(answer.body.id)
    }
  }
  const all = Promise.all(Array.from({ length: 6 }, booker))
  return {
    acknowledged,
    unanswered,
    stop: async () => {
      stopped = true
      await all
    },
  }
}
