import { useEffect } from 'react'
import { useFocusBefore } from '../lost-focus.ts'
import { useWords } from '../use-words.ts'
import { shortcuts } from './registry.ts'
import { useShortcuts } from './use-shortcuts.ts'

export interface ModalShortcutsProps {
  /** Left out where nothing but an answer ends it. */
  readonly onClose?: () => void
}

/** Inside an open window: only its own shortcuts work. Escape closes it also where the focus got lost in it, which goes back in any case. */
export function ModalShortcuts({ onClose }: ModalShortcutsProps) {
  const { say } = useWords()
  useFocusBefore()
  useEffect(() => shortcuts.enterModal(), [])
  useShortcuts({ Escape: { label: say('close'), run: () => onClose?.() } }, { scope: 'dialog' })
  return null
}
