import { Siren } from 'lucide-react'
import { useState } from 'react'
import { useMay } from '../../../app/session.ts'
import { Button, useShortcuts } from '../../../ui/index.ts'
import { UrgentDialog } from './urgent-dialog.tsx'
import { useWords } from './use-words.ts'

/** Somebody is at the door who cannot wait for a registration: one button, or F8. */
export function UrgentArrival() {
  return useMay('patient.register') ? <UrgentButton /> : null
}

function UrgentButton() {
  const { say } = useWords()
  const [isOpen, setOpen] = useState(false)
  useShortcuts({ F8: { label: say('urgentCommand'), run: () => setOpen(true) } })
  return (
    <>
      <Button size="sm" icon={Siren} shortcut="F8" onPress={() => setOpen(true)}>
        {say('urgent')}
      </Button>
      {isOpen && <UrgentDialog onClose={() => setOpen(false)} />}
    </>
  )
}
