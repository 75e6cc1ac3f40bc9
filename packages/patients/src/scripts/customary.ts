import spelled from '../../data/customary-spellings.json' with { type: 'json' }

const none: readonly string[] = []

/** Forms of a letter that Arabic and Persian writers use for one another, and signs for vowels that hardly anybody writes. */
function plainArabic(word: string): string {
  return word
    .replace(/[\u064b-\u0652\u0670\u0640]/g, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/[ىی]/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/ؤ/g, 'و')
    .replace(/ئ/g, 'ي')
    .replace(/ک/g, 'ك')
}

/** The very letters under which a name stands in the table: no accents, one form of each. */
function key(word: string): string {
  return plainArabic(
    word
      .toLowerCase()
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .normalize('NFC'),
  )
}

const table = new Map<string, readonly string[]>()
for (const [written, spellings] of Object.entries(spelled))
  table.set(key(written), [...new Set([...(table.get(key(written)) ?? []), ...spellings])])

/**
 * How people of this name write themselves in Latin letters, the most usual way first: no table of letters tells that 王 is
 * Wang, Wong or Ong, 田中 Tanaka and محمد Mohammed. Nothing where the name is not among those known.
 */
export function customarySpellings(word: string): readonly string[] {
  return table.get(key(word)) ?? none
}
