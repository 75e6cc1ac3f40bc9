import { practice, type Refusal, type Role } from '@foyer/contract'
import { RefreshCw } from 'lucide-react'
import { useState } from 'react'
import { refresh, useAct } from '../../../app/ask.ts'
import { useSite } from '../../../app/site.ts'
import { Button, TextField } from '../../../ui/index.ts'
import { FormDialog } from '../form-dialog.tsx'
import page from '../practice.module.css'
import { useSaving } from '../saving.ts'
import { useWords } from '../use-words.ts'
import { suggestPassword } from './password.ts'
import { RoleAndSite } from './role-and-site.tsx'
import { SecretDialog } from './secret-dialog.tsx'

function newPassword(): string {
  return suggestPassword((bytes) => crypto.getRandomValues(bytes))
}

export function AddStaffDialog({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords()
  const here = useSite()
  const { act, isPending } = useAct(practice.addStaff)
  const saving = useSaving<Refusal<typeof practice.addStaff>>()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('junior')
  const [homeSiteId, setHomeSite] = useState<string | null>(here.id)
  const [password, setPassword] = useState(newPassword)
  const [wasTried, setTried] = useState(false)
  const [added, setAdded] = useState<string | null>(null)

  const faults = {
    name: name.trim() === '' ? say('needName') : undefined,
    email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim()) ? undefined : say('needEmail'),
    password: password.length < 12 ? say('needPassword') : undefined,
  }
  const shown: Partial<typeof faults> = wasTried ? faults : {}
  const taken = saving.refusal ? say(`refused_${saving.refusal.reason}`) : undefined
  const errors = [...Object.values(shown), taken].filter((text) => text !== undefined).map((text) => ({ text }))

  const save = async () => {
    setTried(true)
    if (Object.values(faults).some((fault) => fault !== undefined)) return
    const saved = await saving.run(() => act({ name: name.trim(), email: email.trim(), role, homeSiteId, password }))
    if (saved === null) return
    setAdded(saved.name)
    await refresh(practice.listStaff)
  }
  if (added !== null) {
    return (
      <SecretDialog
        title={say('addedTitle', { name: added })}
        next={say('addedNext')}
        label={say('firstPassword')}
        secret={password}
        onClose={onClose}
      />
    )
  }
  return (
    <FormDialog
      title={say('addStaff')}
      errors={errors}
      failure={saving.failure}
      isPending={isPending}
      saveLabel={say('addStaff')}
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
        errorMessage={shown.name}
      />
      <TextField
        label={say('email')}
        description={say('emailHelp')}
        type="email"
        value={email}
        onChange={(text) => {
          setEmail(text)
          saving.forgive()
        }}
        maxLength={200}
        isRequired
        autoComplete="off"
        errorMessage={taken ?? shown.email}
      />
      <RoleAndSite role={role} onRole={setRole} homeSiteId={homeSiteId} onHomeSite={setHomeSite} />
      <TextField
        label={say('firstPassword')}
        description={say('firstPasswordHelp')}
        value={password}
        onChange={setPassword}
        maxLength={200}
        isRequired
        isMono
        autoComplete="new-password"
        errorMessage={shown.password}
      />
      <div className={page.actions}>
        <Button size="sm" icon={RefreshCw} onPress={() => setPassword(newPassword())}>
          {say('suggestAnother')}
        </Button>
      </div>
    </FormDialog>
  )
}
