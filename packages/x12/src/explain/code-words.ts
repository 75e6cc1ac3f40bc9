import data from '../../data/words.json' with { type: 'json' }

export type Language = 'en' | 'es'

export type WordList = keyof typeof data

const lists = data as unknown as Readonly<Record<WordList, Readonly<Record<string, readonly [string, string]>>>>

/** What a code says; null for one that has no words here. */
export function wordsOf(list: WordList, code: string, language: Language): string | null {
  if (!Object.hasOwn(lists[list], code)) return null
  return lists[list][code]?.[language === 'en' ? 0 : 1] ?? null
}

/** The words of a code with the code behind it, or the code alone. */
export function codeWords(list: WordList, code: string, language: Language): string {
  const words = wordsOf(list, code, language)
  // A code has few characters; anything longer slipped in from elsewhere and may tell who somebody is.
  const shown = /^[A-Z0-9]{1,5}$/.test(code) ? code : '?'
  return words === null ? `${language === 'en' ? 'code' : 'código'} ${shown}` : `${words} (${shown})`
}

/** `$1,234.50`, as it was sent; what is no amount is a question mark. */
export function moneyWords(amount: string): string {
  const value = Number(amount)
  if (!/^-?\d*\.?\d+$/.test(amount) || !Number.isFinite(value)) return '?'
  const text = Math.abs(value)
    .toFixed(2)
    .replaceAll(/\B(?=(\d{3})+(?!\d))/g, ',')
  return `${value < 0 ? '-' : ''}$${text}`
}

/** `CCYYMMDD` as `2026-11-28`; what is no date is a question mark. */
export function dateWords(date: string): string {
  return /^\d{8}$/.test(date) ? `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}` : '?'
}
