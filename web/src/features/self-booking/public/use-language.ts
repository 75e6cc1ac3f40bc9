import { useEffect, useState } from 'react'
import type { Language } from './words.ts'

const key = 'foyer.patient-language'

function starting(): Language {
  const asked = new URLSearchParams(window.location.search).get('lang')
  if (asked === 'es' || asked === 'en') return asked
  try {
    const stored = localStorage.getItem(key)
    if (stored === 'es' || stored === 'en') return stored
  } catch {
    // Storage may be blocked.
  }
  return navigator.language.startsWith('es') ? 'es' : 'en'
}

/** The patient's language; what staff chose on this machine is another matter. */
export function useLanguage(): readonly [Language, (language: Language) => void] {
  const [language, setLanguage] = useState<Language>(starting)
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return [
    language,
    (chosen) => {
      setLanguage(chosen)
      try {
        localStorage.setItem(key, chosen)
      } catch {
        // The choice then lasts until the page is left.
      }
    },
  ]
}
