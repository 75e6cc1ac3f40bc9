import type { patients, Reply } from '@foyer/contract'
import { conceptText, restrictionKinds } from '@foyer/patients'
import { useState } from 'react'
import { Button, Tag } from '../../ui/index.ts'
import { RestrictDialog } from './restrict-dialog.tsx'
import { useWords } from './use-words.ts'

type Privacy = Reply<typeof patients.readPatient>['privacy']

/** The tag of a restricted record; nothing for an ordinary one. */
export function RestrictionTag({ privacy }: { readonly privacy: Privacy }) {
  const { say, locale } = useWords()
  if (privacy.restriction === null) return null
  return (
    <Tag kind="warn">{say('restrictedTag', { kind: conceptText(restrictionKinds, privacy.restriction, locale) })}</Tag>
  )
}

export interface RestrictButtonProps {
  readonly patientId: string
  readonly privacy: Privacy
}

export function RestrictButton({ patientId, privacy }: RestrictButtonProps) {
  const { say } = useWords()
  const [isOpen, setOpen] = useState(false)
  if (!privacy.canRestrict) return null
  return (
    <>
      <Button variant="quiet" onPress={() => setOpen(true)}>
        {say(privacy.restriction === null ? 'mark' : 'changeMark')}
      </Button>
      {isOpen && (
        <RestrictDialog patientId={patientId} restriction={privacy.restriction} onClose={() => setOpen(false)} />
      )}
    </>
  )
}
