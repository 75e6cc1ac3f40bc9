import { useEffect } from 'react'
import { shortcuts } from './registry.ts'

/** Inside an open window: only its own shortcuts work. */
export function ModalShortcuts() {
  useEffect(() => shortcuts.enterModal(), [])
  return null
}
