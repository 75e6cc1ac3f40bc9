import { foldName } from '@foyer/patients'
import { type Random, seededRandom } from '../random.ts'
import { makeCast } from './cast.ts'
import { type ContactBook, openContactBook } from './contact.ts'
import { makeMembers, type Member } from './members.ts'
import { pickLanguage, pickOrigin } from './origin.ts'
import type { DemoPerson, DemoSite } from './person.ts'

/**
 * The patients of the demo practice on `today` (`YYYY-MM-DD`): the named cast, then invented households until `count`.
 * The same three values give the same people. A guardian comes before the children; nobody has both the name and the
 * birth date of another.
 */
export function makePeople(seed: number, count: number, today: string): DemoPerson[] {
  const random = seededRandom(seed)
  const people: DemoPerson[] = makeCast(today)
  const contacts = openContactBook(
    random,
    people.flatMap(({ phone, email, address }) => [phone, email ?? '', address.line]),
  )
  const known = new Set(people.map(({ name, birthDate }) => identity(name, birthDate)))
  for (let number = 1; people.length < count; number++) {
    const members = makeMembers(random, pickOrigin(random), today)
    const identities = members.map(({ name, birthDate }) => identity(name, birthDate))
    if (identities.some((one) => known.has(one))) continue
    for (const one of identities) known.add(one)
    people.push(...settle(random, contacts, members, `home-${String(number).padStart(4, '0')}`))
  }
  return people.slice(0, count)
}

function identity(name: DemoPerson['name'], birthDate: string): string {
  return `${foldName(name.given)} ${foldName(name.family)} ${birthDate}`
}

function settle(random: Random, contacts: ContactBook, members: readonly Member[], household: string): DemoPerson[] {
  const [head] = members
  if (!head) return []
  const site: DemoSite = random.chance(head.origin.chicagoShare) ? 'chicago' : 'dayton'
  const address = contacts.address(site)
  const homePhone = contacts.phone(site)
  const sharedUse = head.age >= 60 && random.chance(0.5) ? 'home' : 'mobile'
  const spoken = pickLanguage(random, head.origin)
  const keys = members.map((_, at) => `${household}-${at + 1}`)
  return members.map((member, at) => {
    const { name, birthDate, age, origin } = member
    const ownPhone = age >= 18 && at > 0 && random.chance(0.7)
    const language = languageOf(random, member, head, spoken)
    const guardianKey = member.guardian === undefined ? undefined : keys[member.guardian]
    const needsHelp = age >= 18 && language !== 'en'
    const person: DemoPerson = {
      key: keys[at] ?? household,
      name,
      birthDate,
      sex: random.weighted([
        [member.list, 992],
        ['other', 4],
        ['unknown', 4],
      ] as const),
      language,
      interpreterNeeded: needsHelp && random.chance(Math.min(1, origin.interpreterShare + (age >= 60 ? 0.25 : 0))),
      phone: ownPhone ? contacts.phone(site) : homePhone,
      phoneUse: ownPhone ? 'mobile' : sharedUse,
      address,
      household,
      alerts: alertsOf(random, age),
      site,
    }
    return {
      ...person,
      ...(random.chance(0.12) ? { pronouns: pronounsOf(random, person.sex) } : {}),
      ...(age >= 16 && random.chance(age >= 65 ? 0.45 : 0.75) ? { email: contacts.email(name) } : {}),
      ...(age >= 18 && random.chance(0.3) ? { prefers: preferenceOf(random, age) } : {}),
      ...(guardianKey ? { guardianKey } : {}),
    }
  })
}

function languageOf(random: Random, { age, origin }: Member, head: Member, spoken: string): string {
  if (age < 18 && random.chance(0.75)) return 'en'
  return origin === head.origin ? spoken : pickLanguage(random, origin)
}

function pronounsOf(random: Random, sex: DemoPerson['sex']): string {
  if (sex === 'other' || sex === 'unknown' || random.chance(0.06)) return 'they/them'
  return sex === 'female' ? 'she/her' : 'he/him'
}

function preferenceOf(random: Random, age: number): 'text' | 'call' | 'email' {
  return random.weighted([
    ['text', age < 65 ? 6 : 2],
    ['call', age < 65 ? 1 : 6],
    ['email', 2],
  ] as const)
}

function alertsOf(random: Random, age: number): string[] {
  const older = age >= 70 ? 1 : age >= 50 ? 0.2 : 0
  const chances: readonly (readonly [string, number])[] = [
    ['Fall risk', 0.14 * older],
    ['Hard of hearing', 0.1 * older],
    ['Walker', 0.06 * older],
    ['Low vision', 0.005 + 0.04 * older],
    ['Wheelchair', 0.006 + 0.02 * older],
    ['Service animal', 0.004],
  ]
  return chances.filter(([, share]) => random.chance(share)).map(([alert]) => alert)
}
