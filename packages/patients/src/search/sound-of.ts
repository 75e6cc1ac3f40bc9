// Letters that are mistaken for one another when a name is heard: Soundex' groups, the first letter among them.
const classes: Readonly<Record<string, string>> = {
  b: '1',
  p: '1',
  f: '1',
  v: '1',
  c: '2',
  g: '2',
  j: '2',
  k: '2',
  q: '2',
  s: '2',
  x: '2',
  z: '2',
  d: '3',
  t: '3',
  l: '4',
  m: '5',
  n: '5',
  r: '6',
} // prettier-ignore

/**
 * How a folded name sounds, roughly: a code of up to five signs that most spellings of a name share (`allen`, `alan`,
 * `alen` → `a45`; `katherine`, `catherine` → `2365`). Unlike Soundex it does not keep the first letter, so that
 * `catherine` and `katherine` meet, and it works on any Latin text: what is no letter a-z is passed over.
 */
export function soundOf(folded: string): string {
  let code = ''
  let last = ''
  for (let at = 0; at < folded.length && code.length < 5; at++) {
    const letter = folded.charAt(at)
    const group = letter === 'p' && folded[at + 1] === 'h' ? '1' : classes[letter]
    if (group === undefined) {
      if (code === '' && /[aeiouyhw]/.test(letter)) code = 'a'
      // h and w part no consonants: `ashcraft` sounds as `askcraft`.
      if (letter !== 'h' && letter !== 'w') last = ''
    } else if (group !== last) {
      code += group
      last = group
    }
  }
  return code
}
