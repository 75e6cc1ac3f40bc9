import { likenessOf } from './compare-names.ts'
import type { PreparedDate, PreparedPerson } from './prepare.ts'
import { slipsBetween } from './slips.ts'

const date = { same: 1, swapped: 2, slip: 3, inPart: 4, twoOfThree: 5, near: 6, different: 7 }

export function birthDateLevel(a: PreparedDate | null, b: PreparedDate | null): number {
  if (!a || !b) return 0
  if (a.text === b.text) return a.day > 0 ? date.same : date.inPart
  if (a.day === 0 || b.day === 0) {
    return a.text.startsWith(b.text) || b.text.startsWith(a.text) ? date.inPart : date.different
  }
  if (a.year === b.year && a.month === b.day && a.day === b.month) return date.swapped
  if (slipsBetween(a.text, b.text, 1) === 1) return date.slip
  const equal = Number(a.year === b.year) + Number(a.month === b.month) + Number(a.day === b.day)
  if (equal === 2) return date.twoOfThree
  const days = Math.abs((a.year - b.year) * 365 + (a.month - b.month) * 30 + (a.day - b.day))
  return days <= 400 ? date.near : date.different
}

/** Of what was ever recorded, one in common is enough; the bits are those of `PreparedPerson.sexes`. */
export function sexLevel(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : (a & b) !== 0 ? 1 : 2
}

export function phoneLevel(a: readonly string[], b: readonly string[]): number {
  const level = listLevel(a, b, (one, other) => one.slice(-7) === other.slice(-7) || slipsBetween(one, other, 1) === 1)
  return level === 2 && a.some((one) => b.some((other) => isSameLine(one, other))) ? 1 : level
}

export function emailLevel(a: readonly string[], b: readonly string[]): number {
  return listLevel(a, b, isSameMailbox)
}

/** Numbers that differ say something only when one system gave both; one in common says it wherever it stands. */
export function identifierLevel(a: PreparedPerson, b: PreparedPerson): number {
  let best = 0
  for (let i = 0; i < a.identifiers.length; i++) {
    const one = a.identifiers[i] ?? ''
    const system = a.identifierSystems[i] ?? ''
    for (let j = 0; j < b.identifiers.length; j++) {
      const other = b.identifiers[j] ?? ''
      const otherSystem = b.identifierSystems[j] ?? ''
      if (one === other && (system === otherSystem || system === '' || otherSystem === '')) return 1
      if (system !== otherSystem || best === 2) continue
      best = slipsBetween(one, other, 1) === 1 ? 2 : 3
    }
  }
  return best
}

export function streetLevel(a: PreparedPerson, b: PreparedPerson): number {
  if (!a.street || !b.street) return 0
  const isSame = a.street.text === b.street.text || likenessOf(a.street, b.street) === 2
  if (!isSame) return 3
  const isOtherDoor = a.unit !== '' && b.unit !== '' && a.unit !== b.unit
  return a.houseNumber === b.houseNumber && !isOtherDoor ? 1 : 2
}

export function cityLevel(a: PreparedPerson, b: PreparedPerson): number {
  if (!a.city || !b.city) return 0
  if (a.city.text === b.city.text) return 1
  return likenessOf(a.city, b.city) === 2 ? 2 : 3
}

export function postalCodeLevel(a: string, b: string): number {
  if (a === '' || b === '') return 0
  return a === b ? 1 : slipsBetween(a, b, 1) === 1 ? 2 : 3
}

function listLevel(
  a: readonly string[],
  b: readonly string[],
  isSlip: (one: string, other: string) => boolean,
): number {
  if (a.length === 0 || b.length === 0) return 0
  let best = 3
  for (const one of a) {
    for (const other of b) {
      if (one === other) return 1
      if (best === 3 && isSlip(one, other)) best = 2
    }
  }
  return best
}

/** One of them with its country's code: 49 170 1234567 and 170 1234567. */
function isSameLine(one: string, other: string): boolean {
  const [long, short] = one.length > other.length ? [one, other] : [other, one]
  return short.length >= 9 && long.length - short.length <= 3 && long.endsWith(short)
}

/** A slip in the box or the domain; of a short box (`f.j@`) one letter is already another person's. */
function isSameMailbox(one: string, other: string): boolean {
  const [atOne, atOther] = [one.lastIndexOf('@'), other.lastIndexOf('@')]
  if (atOne < 0 || atOther < 0) return slipsBetween(one, other, 3) <= 3
  const [boxOne, boxOther] = [one.slice(0, atOne), other.slice(0, atOther)]
  const [homeOne, homeOther] = [one.slice(atOne), other.slice(atOther)]
  // What tells namesakes' boxes apart is their numbers: anna.lee1987@ and anna.lee2012@ are two people.
  if (slipsBetween(numberIn(boxOne), numberIn(boxOther), 1) > 1) return false
  const most = Math.min(3, Math.floor(Math.min(boxOne.length, boxOther.length) / 3))
  if (boxOne !== boxOther && (most === 0 || slipsBetween(boxOne, boxOther, most) > most)) return false
  return boxOne.length >= 6 || slipsBetween(homeOne, homeOther, 4) <= 4
}

function numberIn(box: string): string {
  return box.replace(/\D/g, '')
}
