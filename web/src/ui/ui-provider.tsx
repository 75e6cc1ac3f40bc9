import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components'
import { ShortcutListener } from './shortcuts/shortcut-listener.tsx'
import { ShortcutSheet } from './shortcuts/shortcut-sheet.tsx'
import { ToastRegion } from './toast.tsx'
import { useFocusInSight } from './use-focus-in-sight.ts'

export type UiProviderProps = { readonly locale: string; readonly children: ReactNode }

export function UiProvider({ locale, children }: UiProviderProps) {
  useFocusInSight()
  return (
    <I18nProvider locale={locale === 'en' ? 'en-US' : locale === 'es' ? 'es-US' : locale}>
      <ShortcutListener />
      {children}
      <ShortcutSheet />
      <ToastRegion />
    </I18nProvider>
  )
}
