import i18next from 'i18next'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { initReactI18next } from 'react-i18next'
import { UiProvider, uiWords } from '../index.ts'
import { Gallery } from './gallery.tsx'

const locale = new URLSearchParams(location.search).get('lang') ?? 'en'

await i18next.use(initReactI18next).init({
  lng: locale,
  fallbackLng: 'en',
  resources: { en: { ui: uiWords.en }, es: { ui: uiWords.es } },
  interpolation: { escapeValue: false },
})

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <UiProvider locale={locale}>
        <Gallery />
      </UiProvider>
    </StrictMode>,
  )
}
