import type { practice, Reply, scheduling } from '@foyer/contract'

type Day = Reply<typeof scheduling.readDay>
type Practice = Reply<typeof practice.readPractice>

export const COLUMNS = 60
export const VISITS = 1200
const MINUTES = 20

const uuid = (kind: number, index: number): string => `0000000${kind}-0000-4000-8000-${String(index).padStart(12, '0')}`

const clinicianIds = Array.from({ length: COLUMNS }, (_, index) => uuid(1, index))

/** A practice with that many clinicians at its site, named after one it has. */
export function bigPractice(real: Practice, siteId: string): Practice {
  const model = real.resources.find((one) => one.kind === 'practitioner' && one.siteId === siteId)
  if (!model) throw new Error('the site has no clinician')
  const clinicians = clinicianIds.map((id, index) => ({ ...model, id, name: `Dr. ${index + 1} Okonkwo` }))
  return { ...real, resources: [...real.resources.filter(({ kind }) => kind !== 'practitioner'), ...clinicians] }
}

/** A day on which each of them has twenty visits of twenty minutes, one after the other from the first hour on. */
export function bigDay(real: Day): Day {
  const model = real.resources.find(({ kind, open }) => kind === 'practitioner' && open.length > 0)
  const [first] = real.appointments
  if (!model || !first) throw new Error('the day has no clinician or no visit')
  const [hours] = model.open
  const begin = Date.parse(hours?.start ?? first.start)
  const at = (minutes: number): string => new Date(begin + minutes * 60_000).toISOString().replace('.000Z', 'Z')
  const perColumn = VISITS / COLUMNS
  return {
    ...real,
    blocks: [],
    holds: [],
    groups: [],
    resources: clinicianIds.map((id, index) => ({
      ...model,
      id,
      name: `Dr. ${index + 1} Okonkwo`,
      sessions: [],
      open: [{ start: at(0), end: at(perColumn * (MINUTES + 5)), startMinute: 480, endMinute: 980 }],
    })),
    appointments: Array.from({ length: VISITS }, (_, index) => {
      const like = real.appointments[index % real.appointments.length] ?? first
      const column = Math.floor(index / perColumn)
      const start = at((index % perColumn) * (MINUTES + 5))
      const end = at((index % perColumn) * (MINUTES + 5) + MINUTES)
      const assignment = { role: 'clinician', resourceId: clinicianIds[column] ?? '', start, end, lane: 0 }
      return { ...like, id: uuid(2, index), status: 'booked', start, end, assignments: [assignment] }
    }),
  }
}
