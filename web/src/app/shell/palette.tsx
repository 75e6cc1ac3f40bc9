import { Dialog } from '../../ui/index.ts'
import { useCatalog } from '../catalog.ts'
import { closeSearch, useSearchText } from '../search.ts'
import { PaletteBody } from './palette-body.tsx'
import { words } from './words.ts'

export function Palette() {
  const { say } = useCatalog('shell', words)
  const text = useSearchText()
  return (
    <Dialog isOpen={text !== null} onClose={closeSearch} title={say('find')}>
      <PaletteBody start={text ?? ''} onClose={closeSearch} />
    </Dialog>
  )
}
