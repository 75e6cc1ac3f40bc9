import { practice, type Refusal } from '@foyer/contract'
import { useState } from 'react'
import { refresh, useAct } from '../../../app/ask.ts'
import { useMe } from '../../../app/session.ts'
import { showToast, Switch, TextField } from '../../../ui/index.ts'
import { FormDialog } from '../form-dialog.tsx'
import { useSaving } from '../saving.ts'
import type { Colleague } from '../shapes.ts'
import { useWords } from '../use-words.ts'
import { RoleAndSite } from './role-and-site.tsx'

export interface ChangeStaffDialogProps {
  readonly colleague: Colleague
  readonly onClose: () => void
}

export function ChangeStaffDialog({ colleague, onClose }: ChangeStaffDialogProps) {
  const { say } = useWords()
  const me = useMe()
  const { act, isPending } = useAct(practice.changeStaff)
  const saving = useSaving<Refusal<typeof practice.changeStaff>>()
  const [name, setName] = useState(colleague.name)
  const [role, setRole] = useState(colleague.role)
  const [homeSiteId, setHomeSite] = useState(colleague.homeSiteId)
  const [active, setActive] = useState(colleague.active)
  const [wasTried, setTried] = useState(false)

  const nameFault = wasTried && name.trim() === '' ? say('needName') : undefined
  const last = saving.refusal ? say(`refused_${saving.refusal.reason}`) : undefined
  const errors = [nameFault, last].filter((text) => text !== undefined).map((text) => ({ text }))

  const save = async () => {
    setTried(true)
    if (name.trim() === '') return
    const saved = await saving.run(() => act({ staffId: colleague.id, name: name.trim(), role, homeSiteId, active }))
    if (saved === null) return
    await refresh(practice.listStaff)
    showToast({ text: say('saved', { name: saved.name }), kind: 'ok' })
    onClose()
  }
  return (
    <FormDialog
      title={say('changeStaff', { name: colleague.name })}
      description={colleague.email}
      errors={errors}
      failure={saving.failure}
      isPending={isPending}
      onSave={() => void save()}
      onClose={onClose}
    >
      <TextField
        label={say('name')}
        value={name}
        onChange={setName}
        maxLength={120}
        isRequired
        autoFocus
        autoComplete="off"
        errorMessage={nameFault}
      />
      <RoleAndSite
        role={role}
        onRole={(next) => {
          setRole(next)
          saving.forgive()
        }}
        homeSiteId={homeSiteId}
        onHomeSite={setHomeSite}
        roleFault={last}
      />
      <Switch
        isSelected={active}
        onChange={(isOpen) => {
          setActive(isOpen)
          saving.forgive()
        }}
        description={say(colleague.id === me.staff.id ? 'accountActiveSelf' : 'accountActiveHelp')}
      >
        {say('accountActive')}
      </Switch>
    </FormDialog>
  )
}
