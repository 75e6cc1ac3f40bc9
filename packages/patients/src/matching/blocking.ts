import type { PreparedPerson } from './prepare.ts'

/**
 * Keys of a record: two records are worth comparing when they share one. By kind, in the order of the list; a kind may
 * give several keys. Text begins with a sign for its kind, so that keys of all kinds can stand in one column.
 */
export function blockingKeys(person: PreparedPerson): readonly (readonly string[])[] {
  const { given, family, birthDate, street, city, houseNumber, postalCode } = person
  const date = birthDate && birthDate.day > 0 ? birthDate : null
  const sounds = [given, family].flatMap((name) => (name && name.sound.length > 1 ? [name.sound] : [])).toSorted()
  const families = [...new Set([...(family?.words ?? []), ...person.formerFamily.flatMap(({ words }) => words)])]
  return [
    person.identifiers.map((identifier) => `i${identifier}`),
    person.emails.map((email) => `e${email}`),
    person.phones.map((phone) => `p${phone.slice(-7)}`),
    date ? [`d${date.text}`] : [],
    sounds.length === 2 ? [`n${sounds.join(' ')}`] : [],
    person.emails.flatMap((email) => (email.indexOf('@') >= 5 ? [`m${email.slice(0, email.indexOf('@'))}`] : [])),
    street && houseNumber ? [`s${houseNumber} ${street.sound} ${postalCode.slice(0, 3)}`] : [],
    date ? families.map((word) => `f${word.slice(0, 4)} ${date.year}`) : [],
    date && given ? [`g${given.text.slice(0, 4)} ${date.year}`] : [],
    date && family ? [`h${family.sound} ${date.month} ${date.day}`] : [],
    date && given ? [`k${given.sound} ${date.month} ${date.day}`] : [],
    family && postalCode ? [`q${family.sound} ${postalCode}`] : [],
    given && postalCode ? [`r${given.text} ${postalCode}`] : [],
    !date && given && family ? [`t${given.text} ${family.text}`] : [],
    date && city ? [`c${city.sound} ${date.year} ${date.month}`] : [],
    street && houseNumber && city ? [`u${houseNumber} ${street.sound} ${city.sound}`] : [],
    street && city && family ? [`v${street.sound} ${city.sound} ${family.sound.slice(0, 2)}`] : [],
    street && city && given ? [`w${street.sound} ${city.sound} ${given.sound.slice(0, 2)}`] : [],
    family && given ? [`x${[family.text.slice(0, 3), given.text.slice(0, 3)].toSorted().join(' ')}`] : [],
    family && city && houseNumber ? [`y${family.text} ${city.sound} ${houseNumber}`] : [],
    given && city && houseNumber ? [`z${given.text} ${city.sound} ${houseNumber}`] : [],
  ]
}
