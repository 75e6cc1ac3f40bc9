import { differInGender } from '../gender-forms.ts'
import { jaroWinkler } from '../similarity.ts'
import type { PreparedPerson } from './prepare.ts'
import { differInParticle, isParticle, isSameName, type PreparedName } from './prepare-name.ts'
import { slipsBetween } from './slips.ts'

// Numbers of the levels in levels.ts.
const given = { same: 1, variant: 2, slip: 3, alike: 4, initial: 5, different: 6 }
const family = { same: 1, part: 2, slip: 3, alike: 4, different: 5 }

/** The level at which two given names agree, also by what each wants to be called; 0 when one is missing. */
export function givenLevel(a: PreparedPerson, b: PreparedPerson): number {
  if (!a.given || !b.given) return 0
  let best = givenNames(a.given, b.given)
  if (best <= given.variant) return best
  // Two of one household may be called alike, so a preferred name is held against a given one only.
  if (a.preferred) best = Math.min(best, givenNames(a.preferred, b.given))
  if (b.preferred) best = Math.min(best, givenNames(a.given, b.preferred))
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

/** The level at which two middle names agree, an initial standing for any name that begins with it. */
export function middleLevel(a: PreparedName | null, b: PreparedName | null): number {
  if (!a || !b) return 0
  const level = givenNames(a, b)
  return level <= given.slip ? 1 : level === given.initial ? 2 : 3
}

/** Level of two given names by themselves. */
export function givenNames(a: PreparedName, b: PreparedName): number {
  if (a.text.length === 1 || b.text.length === 1) {
    return a.text.charCodeAt(0) === b.text.charCodeAt(0) ? given.initial : given.different
  }
  const isSame = isSameName(a, b)
  if (isSame && isSpelledAlike(a, b)) return given.same
  if (a.words.length > 1 || b.words.length > 1) {
    const shared = sharedWords(a, b)
    // María Elena and Elena are one; María Elena and María Isabel are sisters as well as not.
    if (shared > 0) return a.words.length > shared && b.words.length > shared ? given.alike : given.variant
  }
  if (sharesGroup(a, b)) return given.variant
  const likeness = likenessOf(a, b)
  return likeness === 2 ? given.slip : likeness === 1 || isSame ? given.alike : given.different
}

/** Of a name without vowels several may be meant: it is never quite the same as one with them. */
function isSpelledAlike(a: PreparedName, b: PreparedName): boolean {
  return a.isVowelless === b.isVowelless
}

/** Level of two family names by themselves. */
export function familyNames(a: PreparedName, b: PreparedName): number {
  const isSame = isSameName(a, b)
  if (isSame && isSpelledAlike(a, b)) return family.same
  if (!isSame && differInParticle(a, b)) return family.part
  if (!isSame && (a.words.length > 1 || b.words.length > 1) && sharedWords(a, b) > 0) return family.part
  const likeness = likenessOf(a, b)
  if (likeness === 2 || differInGender(a.text, b.text)) return family.slip
  return likeness === 1 || isSame ? family.alike : family.different
}

/** 2: a slip or two apart; 1: they look or sound alike; 0: neither. */
export function likenessOf(a: PreparedName, b: PreparedName): 0 | 1 | 2 {
  if (a.isVowelless !== b.isVowelless && a.consonants.length >= 2 && a.consonants === b.consonants) {
    return a.consonants.length >= 3 ? 2 : 1
  }
  // Each slip changes at most two kinds of letters.
  const apart = bitsOf(a.letters ^ b.letters)
  const shorter = Math.min(a.text.length, b.text.length)
  const most = shorter >= 6 ? 2 : 1
  // Of two or three letters one is half the name: Le and Li, Kim and Tim are other people.
  if (apart <= 2 * most && slipsBetween(a.text, b.text, most) <= most) return shorter >= 4 ? 2 : shorter === 3 ? 1 : 0
  if (a.sound === b.sound && a.sound.length >= 3) return 1
  if (apart > 5) return 0
  return jaroWinkler(a.core, b.core) >= 0.86 ? 1 : 0
}

function sharesGroup(a: PreparedName, b: PreparedName): boolean {
  for (const group of a.groups) if (b.groups.includes(group)) return true
  return false
}

/** Words both have, or of which one has the initial. */
function sharedWords(a: PreparedName, b: PreparedName): number {
  let full = 0
  let initials = 0
  for (const word of a.words) {
    if (word.length > 1) {
      if (isParticle(word)) continue
      if (b.words.includes(word)) full++
      else if (b.words.includes(word.charAt(0))) initials++
    } else if (b.words.some((other) => other.startsWith(word))) initials++
  }
  return full > 0 ? full + initials : 0
}

function bitsOf(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return (((n + (n >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}
