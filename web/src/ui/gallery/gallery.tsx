import { Moon, Sun } from 'lucide-react'
import { useState } from 'react'
import { IconButton, PageHeader, Segmented, SkipLink, useMedia, useTheme } from '../index.ts'
import { DeskGallery } from './desk-gallery.tsx'
import { FieldGallery } from './field-gallery.tsx'
import styles from './gallery.module.css'
import { StateGallery } from './state-gallery.tsx'

const parts = [
  { id: 'desk', label: 'Desk' },
  { id: 'fields', label: 'Fields' },
  { id: 'states', label: 'States and windows' },
] as const
type Part = (typeof parts)[number]['id']

export function Gallery() {
  const wanted = parts.find((part) => `#${part.id}` === location.hash)
  const [part, setPart] = useState<Part>(wanted?.id ?? 'desk')
  const { theme, setTheme } = useTheme()
  const systemIsDark = useMedia('(prefers-color-scheme: dark)')
  const isDark = theme === 'dark' || (theme === 'system' && systemIsDark)
  return (
    <div className={styles.page}>
      <SkipLink href="#content">Skip to the content</SkipLink>
      <header className={styles.bar}>
        <PageHeader title="Gallery">
          <Segmented label="Part" options={parts} value={part} onChange={setPart} />
          <IconButton
            icon={isDark ? Sun : Moon}
            label={isDark ? 'Light' : 'Dark'}
            showLabel
            size="sm"
            onPress={() => setTheme(isDark ? 'light' : 'dark')}
          />
        </PageHeader>
      </header>
      <main id="content" tabIndex={-1} className={styles.main}>
        {part === 'desk' && <DeskGallery />}
        {part === 'fields' && <FieldGallery />}
        {part === 'states' && <StateGallery />}
      </main>
    </div>
  )
}
