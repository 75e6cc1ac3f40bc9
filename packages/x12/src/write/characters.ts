/** X12.5 appendix A: the basic set, and the extended set that has the basic one in it. */
export type CharacterSet = 'basic' | 'extended'

const basic = /^[A-Z0-9 !"&'()*+,\-./:;?=]*$/
const extended = /^[A-Za-z0-9 !"&'()*+,\-./:;?=%~@[\]_{}\\|<>#$^`]*$/

export function fits(text: string, set: CharacterSet): boolean {
  return (set === 'basic' ? basic : extended).test(text)
}

const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  Æ: 'AE',
  æ: 'ae',
  Ø: 'O',
  ø: 'o',
  Ł: 'L',
  ł: 'l',
  Đ: 'D',
  đ: 'd',
  Œ: 'OE',
  œ: 'oe',
  '’': "'",
  '‘': "'",
  '–': '-',
  '—': '-',
  '“': '"',
  '”': '"',
} // prettier-ignore

/** The nearest text of the set: accents fall away, and lower case where the set has none. May still not fit. */
export function folded(text: string, set: CharacterSet): string {
  const bare = text.normalize('NFD').replace(/\p{Mn}/gu, '')
  const spelled = [...bare].map((letter) => letters[letter] ?? letter).join('')
  return set === 'basic' ? spelled.toUpperCase() : spelled
}
