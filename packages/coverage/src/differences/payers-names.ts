/** How payers write names: capitals of the basic set, no accents, hyphens or blanks, often cut off. */
export function asPayersWrite(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[^\p{L}]/gu, '')
    .toUpperCase()
}

/** The least letters that a name may be cut to and still be taken for the same. */
const cutTo = 8

export function isSameName(ours: string, theirs: string): boolean {
  const [a, b] = [asPayersWrite(ours), asPayersWrite(theirs)]
  return a === b || (b.length >= cutTo && a.startsWith(b))
}
