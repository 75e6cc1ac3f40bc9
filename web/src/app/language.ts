import i18next from 'i18next'
import type { Locale } from './catalog.ts'

const key = 'foyer.language'

function remembered(): Locale | null {
  try {
    const chosen = localStorage.getItem(key)
    return chosen === 'en' || chosen === 'es' ? chosen : null
  } catch {
    return null
  }
}

function browserLocale(): Locale {
  return navigator.language.startsWith('es') ? 'es' : 'en'
}

/** Before anybody is known: what was chosen on this machine, else what the browser prefers. */
export function startingLanguage(): Locale {
  return remembered() ?? browserLocale()
}

/** The language somebody chose on this machine. */
export function chooseLanguage(locale: Locale): void {
  try {
    localStorage.setItem(key, locale)
  } catch {
    // Storage may be blocked: the choice then lasts until the page is left.
  }
  void i18next.changeLanguage(locale)
}

/** The language of who signed in, unless another was chosen on this machine. */
export function offerLanguage(locale: Locale): void {
  if (remembered() === null && i18next.language !== locale) void i18next.changeLanguage(locale)
}
