export type Row = Readonly<Record<string, unknown>>

export function presentPerson(row: Row): object {
  const name: Record<string, unknown> = { given: row['given'], family: row['family'] }
  for (const part of ['middle', 'preferred', 'prefix', 'suffix']) if (row[part] !== null) name[part] = row[part]
  return {
    id: row['id'],
    mrn: row['mrn'],
    name,
    birthDate: row['birth_date'],
    language: row['language'],
    interpreterNeeded: row['interpreter_needed'],
  }
}

export function presentFound(row: Row): object {
  return {
    ...presentPerson(row),
    phone: row['phone'],
    city: row['city'],
    deceased: row['deceased'],
    matched: 'name',
    reasons: [{ part: 'name', how: 'beginning' }],
    nextVisit: row['next_visit'],
    site: row['site'],
    mergedInto: null,
  }
}

export function presentPage(row: Row): object {
  return {
    patient: {
      ...presentPerson(row),
      sex: row['sex'],
      pronouns: row['pronouns'],
      contactPreference: row['contact_preference'],
      address: row['address'],
      contacts: row['contacts'],
      alerts: row['alerts'],
      deceased: row['deceased'],
      version: row['version'],
    },
    relatedPersons: row['related'],
    sharedPhoneWith: row['sharers'],
    coverages: row['coverages'],
    upcoming: row['upcoming'],
    past: row['past'],
    history: row['history'],
    payments: row['payments'],
  }
}
