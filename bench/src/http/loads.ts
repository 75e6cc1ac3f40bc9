import { randomUUID } from 'node:crypto'
import type { Request } from 'autocannon'
import type pg from 'pg'
import { type BenchSet, CLINICIANS, NAME_START } from './bench-set.ts'
import { CONNECTIONS } from './round.ts'

type Lists = readonly (readonly Request[])[]

export interface Wish {
  readonly resourceId: string
  readonly start: string
}

/** What is asked of both servers, as a list for each connection. */
export interface Load {
  readonly name: string
  readonly title: string
  /** Share of the twin's rate that is asked of Foyer. */
  readonly target: number
  /** Name in the audit trail. */
  readonly action: string
  /** A list for each connection; of a booking each is asked once only, so every call makes new ones. */
  next(who: 'foyer' | 'twin', most: number): Lists
  /** What the last call of `next` for this server would take, in the order of its lists. */
  readonly wishes: ((who: 'foyer' | 'twin') => readonly (readonly Wish[])[]) | null
}

/** The same for every connection, but each begins at a place of its own. */
function reads(name: string, title: string, target: number, action: string, paths: readonly string[]): Load {
  if (paths.length < CONNECTIONS) throw new Error(`the demo practice has too little for ${name}`)
  const requests = paths.map((path): Request => ({ method: 'GET', path }))
  const lists = Array.from({ length: CONNECTIONS }, (_, index) => {
    const from = Math.floor((index * requests.length) / CONNECTIONS)
    return [...requests.slice(from), ...requests.slice(0, from)]
  })
  return { name, title, target, action, next: () => lists, wishes: null }
}

const VISIT_MS = 300_000
const DAY_MS = 86_400_000
/** Days from now, well after what the demo practice has booked. */
const firstDay = { foyer: 60, twin: 160 } as const

/** Ten who ask at once never want the same clinician, and nobody is booked twice for one time. */
function bookings(set: BenchSet): Load {
  const midnight = Math.floor(Date.now() / DAY_MS) * DAY_MS
  const given = { foyer: 0, twin: 0 }
  const last: Record<'foyer' | 'twin', Wish[][]> = { foyer: [], twin: [] }

  function wishOf(who: 'foyer' | 'twin', number: number): Wish & { readonly patientId: string } {
    const slot = Math.floor(number / CLINICIANS)
    return {
      resourceId: set.clinicianIds[number % CLINICIANS] ?? '',
      patientId: set.patientIds[number % set.patientIds.length] ?? '',
      start: `${new Date(midnight + firstDay[who] * DAY_MS + slot * VISIT_MS).toISOString().slice(0, 19)}Z`,
    }
  }

  function next(who: 'foyer' | 'twin', most: number): Lists {
    const lists: Request[][] = Array.from({ length: CONNECTIONS }, () => [])
    last[who] = Array.from({ length: CONNECTIONS }, () => [])
    for (let index = 0; index < most; index += 1) {
      const wish = wishOf(who, given[who] + index)
      const { patientId, start, resourceId } = wish
      last[who][index % CONNECTIONS]?.push({ resourceId, start })
      lists[index % CONNECTIONS]?.push({
        method: 'POST',
        path: '/api/appointments',
        headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
        body: JSON.stringify({
          patientId,
          visitTypeId: set.visitTypeId,
          siteId: set.siteId,
          start,
          assignments: [{ role: 'clinician', resourceId }],
        }),
      })
    }
    // The next begin with the first clinician again, at a time of their own.
    given[who] += Math.ceil(most / CLINICIANS) * CLINICIANS
    return lists
  }

  return {
    name: 'booking',
    title: 'Booking',
    target: 0.3,
    action: 'appointment.book',
    next,
    wishes: (who) => last[who],
  }
}

/** Drawn from the demo data: hundreds of people, a hundred beginnings of names, every day of both sites with visits. */
export async function makeLoads(database: pg.Pool, set: BenchSet): Promise<readonly Load[]> {
  const texts = async (text: string, values: readonly unknown[] = []): Promise<string[]> =>
    (await database.query<{ text: string }>(text, [...values])).rows.map((row) => row.text)
  const people = await texts(
    `select id::text as text from patient where not (id = any($1::uuid[])) order by md5(mrn) limit 500`,
    [set.patientIds],
  )
  const beginnings = await texts(
    `select left(word, size) as text from patient, unnest(string_to_array(trim(search_name), ' ')) word,
       generate_series(2, 4) size
     where search_name not like ' ${NAME_START}%' and length(word) > size and word ~ '^[a-z]+$'
     group by 1 having count(distinct id) >= 20 order by md5(left(word, size)) limit 100`,
  )
  const days = await texts(
    `select v.site_id || '/days/' || (v.starts_at at time zone s.time_zone)::date as text
     from appointment v join site s on s.id = v.site_id
     where v.starts_at > now() - interval '1 day' group by 1 having count(*) > 5 order by md5(min(v.id::text))`,
  )
  return [
    reads(
      'patient-read',
      'Patient read',
      0.4,
      'patient.read',
      people.map((id) => `/api/patients/${id}`),
    ),
    reads(
      'patient-search',
      'Patient search, a page of 20',
      0.35,
      'patient.search',
      beginnings.map((text) => `/api/patients?q=${text}`),
    ),
    reads(
      'day-view',
      'Day view',
      0.35,
      'schedule.read',
      days.map((path) => `/api/sites/${path}`),
    ),
    bookings(set),
  ]
}
