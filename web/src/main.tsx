import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { useTranslation } from 'react-i18next'
import { queryClient } from './app/ask.ts'
import { router } from './app/router.tsx'
import { startWords } from './app/words.ts'
import { UiProvider } from './ui/index.ts'

function App() {
  const { i18n } = useTranslation()
  return (
    <QueryClientProvider client={queryClient}>
      <UiProvider locale={i18n.language}>
        <RouterProvider router={router} />
      </UiProvider>
    </QueryClientProvider>
  )
}

await startWords()

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}
