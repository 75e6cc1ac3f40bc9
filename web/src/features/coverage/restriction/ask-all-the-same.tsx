import { ConfirmDialog } from '../../../ui/index.ts'
import { type Restriction, useRestrictionText, useWords } from './use-words.ts'

export interface AskAllTheSameProps {
  readonly restriction: Restriction
  readonly isPending: boolean
  readonly onAsk: () => void
  readonly onClose: () => void
}

/** Before a plan is asked of which the patient asked that it is not told. */
export function AskAllTheSame({ restriction, isPending, onAsk, onClose }: AskAllTheSameProps) {
  const { say } = useWords()
  const { what, noted } = useRestrictionText()
  return (
    <ConfirmDialog
      isOpen
      title={say('confirmTitle')}
      confirmLabel={say('confirmGo')}
      isPending={isPending}
      onConfirm={onAsk}
      onClose={onClose}
    >
      {say('confirmText', { what: what(restriction), noted: noted(restriction) })}
    </ConfirmDialog>
  )
}
