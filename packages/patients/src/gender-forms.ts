/** Masculine endings of names in -sky, as they are written in Latin letters. */
const masculine = ['sky', 'ski', 'skii', 'skiy', 'skij', 'skyi']
const feminine = ['ska', 'skaya', 'skaia', 'skaja']

/** With the vowel that falls out before an ending: `capk` → `capek`, `havl` → `havel`. */
function withVowel(base: string): readonly string[] {
  return /[^aeiouy][^aeiouy]$/.test(base) ? [`${base.slice(0, -1)}e${base.slice(-1)}`] : []
}

function withoutVowel(name: string): readonly string[] {
  return /[^aeiouy]e[^aeiouy]$/.test(name) ? [`${name.slice(0, -2)}${name.slice(-1)}ova`] : []
}

const shortest = 4

/**
 * What the other half of a family is called where the name has a form for women and one for men: `novak` and `novakova`,
 * `kowalski` and `kowalska`, `ivanov` and `ivanova`, `dostoevsky` and `dostoevskaya`. Folded words, in Latin letters; forms that
 * nobody has do no harm.
 */
export function otherGenderForms(name: string): readonly string[] {
  if (name.length < shortest) return []
  const woman = /^(.{2,})(?:ska|skaya|skaia|skaja)$/.exec(name)?.[1]
  if (woman !== undefined) return masculine.map((ending) => woman + ending)
  const man = /^(.{2,})(?:sky|ski|skii|skiy|skij|skyi)$/.exec(name)?.[1]
  if (man !== undefined) return feminine.map((ending) => man + ending)
  const base = /^(.{3,})(?:ova|owa)$/.exec(name)?.[1]
  if (base !== undefined) return [`${base}ov`, base, `${base}a`, `${base}o`, ...withVowel(base)]
  const ofEv = /^(.{3,}e[vw])a$/.exec(name)?.[1]
  if (ofEv !== undefined) return [ofEv]
  if (/[oe][vw]$/.test(name)) return [`${name}a`]
  return [`${name.replace(/[ao]$/, '')}ova`, `${name.replace(/[ao]$/, '')}owa`, ...withoutVowel(name)]
}

/** Whether one is the form of the other for the other half of a family. */
export function differInGender(a: string, b: string): boolean {
  // Most pairs end here: this stands in the comparison of a million of them.
  if (a.charCodeAt(0) !== b.charCodeAt(0) || a.charCodeAt(1) !== b.charCodeAt(1)) return false
  const [woman, man] = a.endsWith('a') && a.length >= b.length ? [a, b] : [b, a]
  if (!/(?:ova|owa|eva|ewa|ska|skaya|skaia|skaja)$/.test(woman)) return false
  return otherGenderForms(woman).includes(man)
}
