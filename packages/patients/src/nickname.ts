import groups from '../data/nicknames.json' with { type: 'json' }

const groupsOf = new Map<string, number[]>()
groups.forEach((names, group) => {
  for (const name of names) groupsOf.set(name, [...(groupsOf.get(name) ?? []), group])
})
const none: readonly number[] = []

/** The numbers of the groups of usual forms a folded given name belongs to. */
export function nicknameGroups(name: string): readonly number[] {
  return groupsOf.get(name) ?? none
}

/** The other usual forms of a folded given name, also across languages: `robert`, `roberto` … for `bob`. */
export function usualForms(name: string): readonly string[] {
  return [...new Set(nicknameGroups(name).flatMap((group) => groups[group] ?? []))].filter((form) => form !== name)
}

/** Whether two folded given names are usual forms of one name: Bob and Robert, Pepe and José, also across languages. */
export function sameGivenName(a: string, b: string): boolean {
  return a === b || nicknameGroups(a).some((group) => nicknameGroups(b).includes(group))
}
