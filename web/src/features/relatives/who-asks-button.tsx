import { useState } from 'react'
import { Button, useShortcuts } from '../../ui/index.ts'
import { MayTellDialog } from './may-tell-dialog.tsx'
import { useWords } from './use-words.ts'

export interface WhoAsksButtonProps {
  readonly patientId: string
  readonly size?: 'sm' | 'md'
  /** W opens it while it shows. */
  readonly hasKey?: boolean
  readonly className?: string | undefined
}

export function WhoAsksButton({ patientId, size = 'md', hasKey = false, className }: WhoAsksButtonProps) {
  const { say } = useWords()
  const [isOpen, setOpen] = useState(false)
  useShortcuts({ w: { label: say('whoAsks'), run: () => setOpen(true) } }, { scope: 'page', isEnabled: hasKey })
  return (
    <>
      <Button
        size={size}
        onPress={() => setOpen(true)}
        {...(hasKey ? { shortcut: 'W' } : {})}
        {...(className === undefined ? {} : { className })}
      >
        {say('whoAsks')}
      </Button>
      {isOpen && <MayTellDialog patientId={patientId} onClose={() => setOpen(false)} />}
    </>
  )
}
