import { practice, type Refusal } from '@foyer/contract'
import { useState } from 'react'
import { refresh, useAct } from '../../../app/ask.ts'
import { TextField } from '../../../ui/index.ts'
import { FormDialog } from '../form-dialog.tsx'
import { useSaving } from '../saving.ts'
import { useWords } from '../use-words.ts'
import { SecretDialog } from './secret-dialog.tsx'

export function MakeKeyDialog({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords()
  const { act, isPending } = useAct(practice.makeApiKey)
  const saving = useSaving<Refusal<typeof practice.makeApiKey>>()
  const [name, setName] = useState('')
  const [wasTried, setTried] = useState(false)
  const [token, setToken] = useState<string | null>(null)
  const nameFault = wasTried && name.trim() === '' ? say('needName') : undefined

  const save = async () => {
    setTried(true)
    if (name.trim() === '') return
    const made = await saving.run(() => act({ name: name.trim() }))
    if (made === null) return
    setToken(made.token)
    await refresh(practice.listStaff)
  }
  if (token !== null) {
    return (
      <SecretDialog
        title={say('keyMadeTitle', { name: name.trim() })}
        next={say('keyMadeNext')}
        label={say('keyValue')}
        secret={token}
        onClose={onClose}
      />
    )
  }
  return (
    <FormDialog
      title={say('makeKeyTitle')}
      errors={nameFault === undefined ? [] : [{ text: nameFault }]}
      failure={saving.failure}
      isPending={isPending}
      saveLabel={say('makeKey')}
      onSave={() => void save()}
      onClose={onClose}
    >
      <TextField
        label={say('keyName')}
        description={say('keyNameHelp')}
        value={name}
        onChange={setName}
        maxLength={80}
        isRequired
        autoFocus
        autoComplete="off"
        errorMessage={nameFault}
      />
    </FormDialog>
  )
}
