import type { FilePerson, MatchPerson } from '@foyer/patients'

/** A person of a file as the comparison reads them. */
export function asMatch(person: FilePerson): MatchPerson {
  const { given, middle, family, preferred, prefix, suffix } = person
  return {
    name: { given, middle, family, preferred, prefix, suffix },
    ...(person.formerFamily === undefined ? {} : { formerFamily: [person.formerFamily] }),
    birthDate: person.birthDate,
    ...(person.sex === undefined ? {} : { sex: person.sex }),
    phones: person.phones.map(({ value }) => value),
    emails: person.emails,
    ...(person.address ? { address: person.address } : {}),
    identifiers: numbersOf(person),
  }
}

/** The numbers by which the file's own system knows the person. */
export function numbersOf({ mrn, identifiers }: FilePerson): readonly string[] {
  return [...(mrn === undefined ? [] : [mrn]), ...identifiers]
}
