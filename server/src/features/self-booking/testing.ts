import { createHash } from 'node:crypto'
import { type CallInput, type EndpointSpec, type Reply, selfBooking } from '@foyer/contract'
import type { Db } from '../../platform/database/organization-db.ts'
import type { TestAnswer, TestApp } from '../../platform/testing/test-app.ts'
import { aResource, aSite, aVisitType } from '../practice/testing.ts'
import { zeroBits } from './proof.ts'

export interface SelfPractice {
  readonly siteId: string
  readonly okafor: string
  readonly instant: string
  readonly approval: string
  readonly knownOnly: string
}

/** One clinician in Chicago, and three kinds of visits: set at once, with approval, and for known patients only. */
export async function aSelfPractice(db: Db): Promise<SelfPractice> {
  const siteId = await aSite(db)
  const okafor = await aResource(db, { siteId, name: 'Dr. Ada Okafor' })
  const roles = [{ role: 'clinician', kind: 'practitioner', candidates: [okafor] }] as const
  const type = (name: string, nameEs: string, rules: object): Promise<string> =>
    aVisitType(db, { name, nameEs, roles, rules })
  return {
    siteId,
    okafor,
    instant: await type('Check-up', 'Control', { selfBooking: 'instant', selfBookingForNew: true }),
    approval: await type('First visit', 'Primera visita', { selfBooking: 'approval', selfBookingForNew: true }),
    knownOnly: await type('Follow-up', 'Seguimiento', { selfBooking: 'instant' }),
  }
}

type Offer = Reply<typeof selfBooking.readOffer>
type Time = Reply<typeof selfBooking.findTimes>['times'][number]

/** Somebody with a phone of their own, in a network of their own. */
export interface Visitor {
  call<S extends EndpointSpec>(
    spec: S,
    input: Omit<CallInput<S>, 'organization'> & { readonly organization?: string },
  ): Promise<TestAnswer<S>>
  offer(): Promise<Offer>
  times(name: string, from: string): Promise<readonly Time[]>
  proof(): Promise<{ challenge: string; answer: number }>
  wrongProof(): Promise<{ challenge: string; answer: number }>
  /** Keeps this time of this kind of visit with a fresh proof. */
  keep(name: string, time: Time): Promise<TestAnswer<typeof selfBooking.keepTime>>
}

let visitors = 0

export function aVisitor(t: TestApp, organization = 'riverside'): Visitor {
  visitors += 1
  const ip = `10.0.${Math.floor(visitors / 250)}.${(visitors % 250) + 1}`
  const call: Visitor['call'] = (spec, input) =>
    t.anonymous().call(spec, { organization, ...input } as never, { headers: { 'x-forwarded-for': ip } }) as never
  const offer = async (): Promise<Offer> => (await call(selfBooking.readOffer, {})).body
  const kind = async (name: string) => {
    const found = (await offer()).visitTypes.find((one) => one.name === name)
    if (!found) throw new Error(`nobody offers ${name}`)
    return { visitType: found.key, place: found.placeKeys[0] ?? '' }
  }
  const answered = async (isRight: boolean) => {
    const { challenge, bits } = (await call(selfBooking.readChallenge, {})).body
    const bitsOf = (answer: number) => zeroBits(createHash('sha256').update(`${challenge}.${answer}`).digest())
    let answer = 0
    while (bitsOf(answer) >= bits !== isRight) answer += 1
    return { challenge, answer }
  }
  const proof = () => answered(true)
  return {
    call,
    offer,
    times: async (name, from) => (await call(selfBooking.findTimes, { ...(await kind(name)), from })).body.times,
    proof,
    wrongProof: () => answered(false),
    keep: async (name, { start, clinician }) =>
      call(selfBooking.keepTime, {
        ...(await kind(name)),
        start,
        clinician: clinician?.key ?? null,
        proof: await proof(),
      }),
  }
}

export const mai = {
  given: 'Mai',
  family: 'Nguyen',
  birthDate: '1961-03-14',
  phone: '(312) 555-0134',
  email: 'mai@example.org',
  language: 'en',
  mayWrite: true,
}

/** What somebody at the door needs beside a phone: time that passes, and the letters that reach them. */
export interface Doorway {
  wait(seconds: number): void
  /** The text of the last letter to them whose subject is about that. */
  mailTo(email: string, about: RegExp): Promise<string>
  codeFor(email: string): Promise<string>
  /** Keeps the first time of a date and says who it is for: as far as the code. */
  arrive(visitor: Visitor, kind: string, date: string, person?: Arriving): Promise<Arrived>
}
type Arriving = Partial<Omit<typeof mai, 'email'>> & { readonly email?: string | null }
export interface Arrived {
  readonly token: string
  readonly kept: Reply<typeof selfBooking.keepTime>
  readonly said: Reply<typeof selfBooking.sayWho>
}

export function aDoorway(t: TestApp): Doorway {
  const wait = (seconds: number): void => t.clock.set(t.clock.now().add({ seconds }).toString())
  const mailTo = async (email: string, about: RegExp): Promise<string> => {
    for (let tries = 0; tries < 100; tries += 1) {
      const mail = t.mails.findLast((one) => one.to === email && about.test(one.subject))
      if (mail) return mail.text
      await new Promise((done) => setTimeout(done, 50))
    }
    throw new Error(`no mail about ${String(about)}`)
  }
  return {
    wait,
    mailTo,
    codeFor: async (email) => /\b\d{6}\b/.exec(await mailTo(email, /code|código/))?.[0] ?? '',
    arrive: async (visitor, kind, date, person = {}) => {
      const [first] = await visitor.times(kind, date)
      if (!first) throw new Error('no time is free')
      const kept = await visitor.keep(kind, first)
      if (kept.status !== 200) throw new Error(`the time was not kept: ${kept.status}`)
      wait(5)
      const { token } = kept.body
      const said = await visitor.call(selfBooking.sayWho, { token, ...mai, ...person })
      if (said.status !== 200) throw new Error(`who it is for was not taken: ${said.status}`)
      return { token, kept: kept.body, said: said.body }
    },
  }
}
