import groups from '../data/nicknames.json' with { type: 'json' }

const groupsOf = new Map<string, number[]>()
groups.forEach((names, group) => {
  for (const name of names) groupsOf.set(name, [...(groupsOf.get(name) ?? []), group])
})

/** Whether two folded given names are usual forms of one name: Bob and Robert, Pepe and José, also across languages. */
export function sameGivenName(a: string, b: string): boolean {
  if (a === b) return true
  const inB = groupsOf.get(b)
  return inB !== undefined && (groupsOf.get(a) ?? []).some((group) => inB.includes(group))
}
