import tables from '../../data/letters.json' with { type: 'json' }

const cyrillic: Readonly<Record<string, string>> = tables.cyrillic
const greek: Readonly<Record<string, string>> = tables.greek

const isCyrillic = /^[\p{Script=Cyrillic}\p{M}]+$/u
const isGreek = /^[\p{Script=Greek}\p{M}]+$/u
/** What an ending, a letter in one language or a habit makes otherwise; each gives one spelling more of those before it. */
const habits: readonly (readonly [RegExp, string])[] = [
  // Folding takes й for и.
  [/ii$/, 'y'],
  [/ii$/, 'i'],
  [/y?ii$/, 'iy'],
  [/(?<=[aeou])i$/, 'y'],
  [/(?<=[^aeouy])yi$/, 'y'],
  [/shch/g, 'sch'],
  [/ks/g, 'x'],
  [/kh/g, 'h'],
  [/^ch/, 'tch'],
  [/^e/, 'ye'],
  [/(?<=[aeiou])ya$/, 'a'],
]
const mostSpellings = 8

function byTable(word: string, table: Readonly<Record<string, string>>): string {
  let text = ''
  for (let at = 0; at < word.length; ) {
    const two = table[word.slice(at, at + 2)]
    text += two ?? table[word.charAt(at)] ?? ''
    at += two === undefined ? 1 : 2
  }
  return text
}

/** As the Ukrainian passport writes it: г is h, и is y. */
function ukrainian(word: string): string {
  return byTable(word.replaceAll('г', 'х').replaceAll('и', 'ы'), cyrillic).replaceAll('kh', 'h')
}

/**
 * How a folded word in Cyrillic or Greek letters may be written in Latin ones, the usual way first: `yurii`, `yury`, `yuri` of
 * юрий, `hrytsenko` of гриценко. Nothing for other scripts.
 */
export function letterSpellings(word: string): readonly string[] {
  if (isGreek.test(word)) {
    const begun = word.replace(/^μπ/, 'β').replace(/^ντ/, 'δ')
    const text = byTable(begun, greek)
    const first = word.startsWith('μπ') ? `b${text.slice(1)}` : text
    return [...new Set([first, first.replaceAll('mp', 'mb'), first.replaceAll('f', 'ph'), first.replace(/^ch/, 'h')])]
  }
  if (!isCyrillic.test(word)) return []
  const spelled = new Set([byTable(word, cyrillic)])
  for (const [pattern, as] of habits) {
    const sofar = [...spelled]
    for (const one of sofar) if (spelled.size < mostSpellings) spelled.add(one.replace(pattern, as))
  }
  if (/[гиі]/.test(word)) spelled.add(ukrainian(word))
  return [...spelled]
}
