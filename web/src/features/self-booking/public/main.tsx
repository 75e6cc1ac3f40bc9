import '@fontsource-variable/atkinson-hyperlegible-next/index.css'
import '../../../ui/tokens.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { BookApp } from './book-app.tsx'

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <BookApp />
    </StrictMode>,
  )
}
