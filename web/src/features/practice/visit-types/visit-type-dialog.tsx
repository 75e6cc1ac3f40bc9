import { practice, type Refusal } from '@foyer/contract'
import { useState } from 'react'
import { refresh, useAct } from '../../../app/ask.ts'
import { usePractice } from '../../../app/site.ts'
import { Notice, showToast } from '../../../ui/index.ts'
import { FormDialog } from '../form-dialog.tsx'
import { useSaving } from '../saving.ts'
import type { VisitType } from '../shapes.ts'
import { type Say, useWords } from '../use-words.ts'
import { draftOf, type NeedDraft, roleNameOf, type VisitTypeDraft } from './draft.ts'
import { bodyOf } from './draft-body.ts'
import { faultsOf } from './draft-faults.ts'
import { PhaseFields } from './phase-fields.tsx'
import { RoleNeeds } from './role-needs.tsx'
import { RuleFields } from './rule-fields.tsx'
import { sentenceOf } from './sentence.ts'
import { VisitTypeFields } from './visit-type-fields.tsx'
import { roleWord } from '../../../app/visit-role.ts'

export interface VisitTypeDialogProps {
  /** The visit type to change; null adds one. */
  readonly visitType: VisitType | null
  readonly onClose: () => void
}

export function VisitTypeDialog({ visitType, onClose }: VisitTypeDialogProps) {
  const { say, locale } = useWords()
  const { resources } = usePractice()
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
  const needFault = (need: NeedDraft) => {
    const role = roleWord(say, need.role)
    if (wasTried && faults.roleNames.includes(need.key)) return say('needRoleName', { role })
    if (wasTried && faults.empty.includes(need.key))
      return say(need.mode === 'named' ? 'needCandidate' : 'needAttribute', { role })
    return refusedRole === roleNameOf(need.role) && refused !== null ? refused : undefined
  }
  const texts = [
    wasTried && faults.names && say('needBothNames'),
    wasTried && faults.duration && say('needDuration'),
    wasTried && faults.noRole && say('needRole'),
    wasTried && faults.phases && say('needPhases'),
    ...(wasTried ? draft.needs.map(needFault) : []),
    refused,
  ]
  const errors = [...new Set(texts)].flatMap((text) => (typeof text === 'string' ? [{ text }] : []))

  const current = bodyOf(draft)
  const names = new Map(resources.map((one) => [one.id, one.name]))
  const sentence = current && sentenceOf(say, current, names, locale)

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
      {sentence !== null && <Notice kind="info" title={sentence} />}
      <VisitTypeFields draft={draft} onChange={change} hasFaults={wasTried} />
      <PhaseFields draft={draft} onChange={change} hasFault={wasTried && faults.phases} />
      <RoleNeeds
        draft={draft}
        onChange={(needs) => {
          change({ needs })
          saving.forgive()
        }}
        faultOf={needFault}
      />
      <RuleFields draft={draft} onChange={change} />
    </FormDialog>
  )
}

function refusedText(say: Say, refusal: Refusal<typeof practice.addVisitType>): string {
  if ('phase' in refusal) return say(`refused_${refusal.reason}`, { phase: refusal.phase })
  return say(`refused_${refusal.reason}`, { role: roleWord(say, refusal.role) })
}
