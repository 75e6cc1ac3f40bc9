import { jaroWinkler } from '../similarity.ts'
import { slipsBetween } from './slips.ts'
import type { PreparedName, PreparedPerson } from './prepare.ts'

// Numbers of the levels in levels.ts.
const given = { same: 1, variant: 2, slip: 3, alike: 4, initial: 5, different: 6 }
const family = { same: 1, part: 2, slip: 3, alike: 4, different: 5 }

/** The level at which two given names agree, also by what each wants to be called; 0 when one is missing. */
export function givenLevel(a: PreparedPerson, b: PreparedPerson): number {
  if (!a.given || !b.given) return 0
  let best = givenNames(a.given, b.given)
  if (best <= given.variant) return best
  // Two of one household may be called alike, so a preferred name is held against a given one only, and proves less.
  if (a.preferred) best = Math.min(best, Math.max(given.variant, givenNames(a.preferred, b.given)))
  if (b.preferred) best = Math.min(best, Math.max(given.variant, givenNames(a.given, b.preferred)))
  const isMiddle = (a.middle?.text === b.given.text || b.middle?.text === a.given.text) && best > given.alike
  return isMiddle ? given.alike : best
}

/** The level at which two family names agree, also by former ones; 0 when one is missing. */
export function familyLevel(a: PreparedPerson, b: PreparedPerson): number {
  if (!a.family || !b.family) return 0
  let best = familyNames(a.family, b.family)
  if (best <= family.part) return best
  for (const former of a.formerFamily) best = Math.min(best, Math.max(family.part, familyNames(former, b.family)))
  for (const former of b.formerFamily) best = Math.min(best, Math.max(family.part, familyNames(a.family, former)))
  return best
}

/** Level of two given names by themselves. */
export function givenNames(a: PreparedName, b: PreparedName): number {
  if (a.text === b.text) return given.same
  if (a.text.length === 1 || b.text.length === 1) {
    return a.text.charCodeAt(0) === b.text.charCodeAt(0) ? given.initial : given.different
  }
  if (sharesGroup(a, b) || a.words[0] === b.words[0] || sharesWord(a, b)) return given.variant
  const likeness = likenessOf(a, b)
  return likeness === 2 ? given.slip : likeness === 1 ? given.alike : given.different
}

/** Level of two family names by themselves. */
export function familyNames(a: PreparedName, b: PreparedName): number {
  if (a.text === b.text) return family.same
  if (sharesWord(a, b)) return family.part
  const likeness = likenessOf(a, b)
  return likeness === 2 ? family.slip : likeness === 1 ? family.alike : family.different
}

/** 2: a slip or two apart; 1: they look or sound alike; 0: neither. */
export function likenessOf(a: PreparedName, b: PreparedName): 0 | 1 | 2 {
  // Each slip changes at most two kinds of letters.
  const apart = bitsOf(a.letters ^ b.letters)
  const most = Math.min(a.text.length, b.text.length) >= 6 ? 2 : 1
  if (apart <= 2 * most && slipsBetween(a.text, b.text, most) <= most) return 2
  if (a.sound === b.sound && a.sound.length >= 3) return 1
  if (apart > 5) return 0
  return jaroWinkler(a.text, b.text) >= 0.86 ? 1 : 0
}

function sharesGroup(a: PreparedName, b: PreparedName): boolean {
  for (const group of a.groups) if (b.groups.includes(group)) return true
  return false
}

function sharesWord(a: PreparedName, b: PreparedName): boolean {
  if (a.words.length === 1 && b.words.length === 1) return false
  for (const word of a.words) if (word.length > 2 && b.words.includes(word)) return true
  return false
}

function bitsOf(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return (((n + (n >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}
