import { consents } from '@foyer/contract'
import { useState } from 'react'
import { useAsk } from '../../app/ask.ts'
import { Answer } from '../../app/states.tsx'
import { useShortcuts } from '../../ui/index.ts'
import { NeedLines } from './need-lines.tsx'
import type { Consents } from './shapes.ts'
import { SignDialog } from './sign-dialog.tsx'
import { useWords } from './use-words.ts'

export interface ConsentsForVisitProps {
  readonly patientId: string
  readonly appointmentId: string
}

/** Just what this visit asks to sign. `S` opens the first. */
export function ConsentsForVisit({ patientId, appointmentId }: ConsentsForVisitProps) {
  const asked = useAsk(consents.readConsents, { patientId, appointmentId })
  return <Answer of={asked}>{(data) => <Open patientId={patientId} of={data} />}</Answer>
}

function Open({ patientId, of }: { readonly patientId: string; readonly of: Consents }) {
  const { say } = useWords()
  const open = of.needs.filter(({ isOpen }) => isOpen)
  const first = open.find(({ isAsked }) => isAsked) ?? open[0]
  const [isSigning, setSigning] = useState(false)
  useShortcuts(
    {
      s: {
        label: first ? say('signNamed', { what: say(`kind_${first.kind}`) }) : say('sign'),
        run: () => setSigning(true),
      },
    },
    { isEnabled: first !== undefined && of.can.record },
  )
  return (
    <>
      <NeedLines patientId={patientId} of={of} needs={open} />
      {isSigning && first && (
        <SignDialog patientId={patientId} of={of} need={first} onClose={() => setSigning(false)} />
      )}
    </>
  )
}
