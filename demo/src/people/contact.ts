import { foldName, type PersonName } from '@foyer/patients'
import type { Random } from '../random.ts'
import type { DemoAddress, DemoSite } from './person.ts'
import places from './places.json' with { type: 'json' }

/** Hands out contact points nobody else has. Numbers have the exchange 555, mail the domains kept for examples. */
export type ContactBook = {
  readonly phone: (site: DemoSite) => string
  readonly email: (name: PersonName) => string
  readonly address: (site: DemoSite) => DemoAddress
}

const states = { chicago: 'IL', dayton: 'OH' } as const

export function openContactBook(random: Random, taken: readonly string[]): ContactBook {
  const used = new Set(taken)
  function fresh(make: () => string): string {
    let made = make()
    while (used.has(made)) made = make()
    used.add(made)
    return made
  }
  return {
    phone: (site) =>
      fresh(
        () => `+1${random.pick(places.sites[site].areaCodes)}555${String(random.between(0, 9999)).padStart(4, '0')}`,
      ),
    email: (name) => {
      const words = foldName(`${name.given} ${name.family.split(' ')[0]}`).split(' ')
      const mailbox = words.join('.')
      const domain = random.pick(['example.org', 'example.com', 'example.net'])
      const plain = `${mailbox}@${domain}`
      return used.has(plain) ? fresh(() => `${mailbox}${random.between(2, 99)}@${domain}`) : fresh(() => plain)
    },
    address: (site) => {
      const { city, postalCodes } = places.sites[site]
      const line = fresh(() => {
        const apartment = random.chance(0.3) ? `, Apt ${random.between(1, 18)}${random.pick(['', 'A', 'B', 'C'])}` : ''
        return `${random.between(12, 5900)} ${random.pick(places.streets)}${apartment}`
      })
      return { line, city, state: states[site], postalCode: random.pick(postalCodes) }
    },
  }
}
