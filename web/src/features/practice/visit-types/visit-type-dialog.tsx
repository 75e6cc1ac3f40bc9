import { practice, type Refusal } from '@foyer/contract'
import { useState } from 'react'
import { refresh, useAct } from '../../../app/ask.ts'
import { showToast } from '../../../ui/index.ts'
import { FormDialog } from '../form-dialog.tsx'
import { useSaving } from '../saving.ts'
import type { RoleNeed, VisitType } from '../shapes.ts'
import { type Say, useWords } from '../use-words.ts'
import { bodyOf, draftOf, faultsOf, type VisitTypeDraft } from './draft.ts'
import { RoleNeeds } from './role-needs.tsx'
import { VisitTypeFields } from './visit-type-fields.tsx'
import { roleWord } from '../role-word.ts'

export interface VisitTypeDialogProps {
  /** The visit type to change; null adds one. */
  readonly visitType: VisitType | null
  readonly onClose: () => void
}

export function VisitTypeDialog({ visitType, onClose }: VisitTypeDialogProps) {
  const { say } = useWords()
  const adding = useAct(practice.addVisitType)
  const changing = useAct(practice.changeVisitType)
  const saving = useSaving<Refusal<typeof practice.addVisitType>>()
  const [draft, setDraft] = useState(() => draftOf(visitType))
  const [wasTried, setTried] = useState(false)
  const change = (part: Partial<VisitTypeDraft>) => setDraft((before) => ({ ...before, ...part }))

  const { refusal } = saving
  const faults = faultsOf(draft)
  const refusedRole = refusal && 'role' in refusal ? refusal.role : null
  const refused = refusal && refusedText(say, refusal)
  const roleFault = (role: RoleNeed['role']) => {
    if (wasTried && faults.empty.includes(role)) return say('needCandidate', { role: roleWord(say, role) })
    return refusedRole === role && refused !== null ? refused : undefined
  }
  const texts = [
    wasTried && faults.names && say('needBothNames'),
    wasTried && faults.duration && say('needDuration'),
    wasTried && faults.noRole && say('needRole'),
    ...faults.empty.map(roleFault),
    refused,
  ]
  const errors = texts.flatMap((text) => (typeof text === 'string' ? [{ text }] : []))

  const save = async () => {
    setTried(true)
    const body = bodyOf(draft)
    if (body === null) return
    const saved = await saving.run(() =>
      visitType ? changing.act({ ...body, visitTypeId: visitType.id }) : adding.act(body),
    )
    if (saved === null) return
    await refresh(practice.readPractice)
    showToast({ text: say('saved', { name: saved.name }), kind: 'ok' })
    onClose()
  }
  return (
    <FormDialog
      size="lg"
      title={visitType ? say('changeVisitType', { name: visitType.name }) : say('addVisitType')}
      errors={errors}
      failure={saving.failure}
      isPending={adding.isPending || changing.isPending}
      onSave={() => void save()}
      onClose={onClose}
    >
      <VisitTypeFields draft={draft} onChange={change} hasFaults={wasTried} />
      <RoleNeeds
        candidates={draft.candidates}
        onChange={(candidates) => {
          change({ candidates })
          saving.forgive()
        }}
        faultOf={roleFault}
      />
    </FormDialog>
  )
}

function refusedText(say: Say, refusal: Refusal<typeof practice.addVisitType>): string {
  if ('phase' in refusal) return say(`refused_${refusal.reason}`, { phase: refusal.phase })
  return say(`refused_${refusal.reason}`, { role: roleWord(say, refusal.role) })
}
