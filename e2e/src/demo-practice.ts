import { arrival, patients, practice, type Reply } from '@foyer/contract'
import { inject } from 'vitest'
import { type HttpClient, signedIn } from './http-client.ts'

/** The demo staff that the stories speak of; docs/guides/demo-practice.md introduces them. */
export const staff = {
  rosa: 'rosa.delgado@riverside.example',
  mateo: 'mateo.rivas@riverside.example',
  mia: 'mia.tran@riverside.example',
  sam: 'sam.whitaker@riverside.example',
  priya: 'priya.nair@riverside.example',
  helen: 'helen.brooks@riverside.example',
} as const

type Practice = Reply<typeof practice.readPractice>
type Site = Practice['sites'][number]
type Board = Reply<typeof arrival.readBoard>
export type Visit = Board['visits'][number]
type PersonFound = Reply<typeof patients.searchPatients>['patients'][number]

export function clientOf(email: string): Promise<HttpClient> {
  return signedIn(inject('foyerUrl'), email)
}

/** Civil date (`YYYY-MM-DD`) of an instant in an IANA time zone. */
export function dateIn(timeZone: string, instant: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(Date.parse(instant))
}

/** The same of now. */
export function todayIn(timeZone: string): string {
  return dateIn(timeZone, new Date().toISOString())
}

export async function siteCalled(client: HttpClient, part: string): Promise<Site> {
  const { body } = await client.call(practice.readPractice, {})
  const site = body.sites.find(({ name }) => name.includes(part))
  if (!site) throw new Error(`no site is called ${part}`)
  return site
}

export async function boardOf(client: HttpClient, site: Site): Promise<Board> {
  const { body } = await client.call(arrival.readBoard, { siteId: site.id, date: todayIn(site.timeZone) })
  return body
}

/**
 * The visit of today of somebody of the cast, by family name.
 * @param given where more than one of the family may have a visit by now
 */
export async function visitOf(client: HttpClient, site: Site, family: string, given?: string): Promise<Visit> {
  const board = await boardOf(client, site)
  const visit = board.visits.find(
    ({ patient: { name } }) => name.family === family && (given === undefined || name.given === given),
  )
  if (!visit) throw new Error(`${family} has no visit today`)
  return visit
}

export async function personCalled(client: HttpClient, q: string): Promise<PersonFound> {
  const { body } = await client.call(patients.searchPatients, { q, limit: 5 })
  const [person] = body.patients
  if (!person) throw new Error(`nobody answers to ${q}`)
  return person
}
