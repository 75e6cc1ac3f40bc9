import { useState } from 'react'
import { Button, Notice } from '../../ui/index.ts'
import { useMay } from '../../app/session.ts'
import { BreakGlassDialog } from './break-glass-dialog.tsx'
import { useWords } from './use-words.ts'

export interface GlassGateProps {
  readonly patientId: string
  /** Asks again for what was kept back. */
  readonly onOpened: () => void
}

/** Stands where a restricted record would: that it is one, and the way in. Nothing of the person. */
export function GlassGate({ patientId, onOpened }: GlassGateProps) {
  const { say } = useWords()
  const mayBreak = useMay('patient.break-glass')
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Notice
        kind="warn"
        title={say('restrictedTitle')}
        action={
          mayBreak && (
            <Button variant="go" onPress={() => setAsking(true)}>
              {say('openIt')}
            </Button>
          )
        }
      >
        {say('restrictedText')}
      </Notice>
      {isAsking && (
        <BreakGlassDialog
          patientId={patientId}
          onClose={() => setAsking(false)}
          onOpened={() => {
            setAsking(false)
            onOpened()
          }}
        />
      )}
    </>
  )
}
