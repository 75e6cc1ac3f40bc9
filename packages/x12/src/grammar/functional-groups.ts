/** GS01 of each transaction set of the field (X12 data element 479); what is not here may stand in any group. */
const bySet = new Map<string, string>([
  ['270', 'HS'],
  ['271', 'HB'],
  ['275', 'PI'],
  ['276', 'HR'],
  ['277', 'HN'],
  ['278', 'HI'],
  ['820', 'RA'],
  ['834', 'BE'],
  ['835', 'HP'],
  ['837', 'HC'],
  ['997', 'FA'],
  ['999', 'FA'],
])

/** `HB` of 271; null for a set that is not of the field. */
export function groupOfSet(set: string): string | null {
  return bySet.get(set) ?? null
}

/** `271` of HB; null for a group of which that is not known. */
export function setOfGroup(group: string): string | null {
  for (const [set, kind] of bySet) if (kind === group) return set
  return null
}
