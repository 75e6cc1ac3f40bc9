/**
 * Names that begin with Abd, “servant of”, are written in a dozen ways: Abdul Rahman, Abdulrahman, Abd al-Rahman, Abdel Rahman,
 * Abdurrahman, Abdirahman. Of a folded name without its blanks the one way under which all meet, and the name behind it;
 * null where it is no such name.
 */
export function abdForm(glued: string): { readonly whole: string; readonly behind: string } | null {
  const rest = /^abd[aeiou]?(.{3,})$/.exec(glued)?.[1]
  if (rest === undefined) return null
  // The l of the article, or what it becomes before r, s, n and their like: the letter itself, twice.
  const behind = rest.startsWith('l') || rest.charAt(0) === rest.charAt(1) ? rest.slice(1) : rest
  return behind.length < 3 ? null : { whole: `abdul${behind}`, behind }
}
