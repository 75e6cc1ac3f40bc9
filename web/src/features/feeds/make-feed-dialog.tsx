import { feeds } from '@foyer/contract'
import { useState } from 'react'
import { refresh, useAct } from '../../app/ask.ts'
import { usePractice } from '../../app/site.ts'
import { Button, ComboBox, Dialog, FormLayout, Notice, Switch, TextField } from '../../ui/index.ts'
import styles from './feeds.module.css'
import { useWords } from './words.ts'

export interface MakeFeedDialogProps {
  readonly can: { readonly share: boolean; readonly allowPatients: boolean }
  readonly onClose: () => void
  readonly onMade: (made: { readonly name: string; readonly path: string }) => void
}

export function MakeFeedDialog({ can, onClose, onMade }: MakeFeedDialogProps) {
  const { say } = useWords()
  const { resources, sites } = usePractice()
  const { act, isPending } = useAct(feeds.makeFeed)
  const [resourceId, setResource] = useState<string | null>(null)
  const [name, setName] = useState('')
  const [withPatients, setWithPatients] = useState(false)
  const [shared, setShared] = useState(false)
  const [wasTried, setTried] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const faults = {
    resource: resourceId === null ? say('needResource') : undefined,
    name: name.trim() === '' ? say('needName') : undefined,
  }
  const shown: Partial<typeof faults> = wasTried ? faults : {}
  const options = resources
    .filter(({ active }) => active)
    .map((one) => ({ id: one.id, label: one.name, detail: sites.find(({ id }) => id === one.siteId)?.name ?? '' }))

  const save = async () => {
    setTried(true)
    setFault(null)
    if (resourceId === null || faults.name !== undefined) return
    try {
      const made = await act({ resourceId, name: name.trim(), withPatients, shared })
      if (made.ok) {
        await refresh(feeds.listFeeds)
        onMade(made.value)
      } else if (made.error.reason === 'too-many-feeds') {
        setFault(say('refused_too_many_feeds', { most: made.error.most }))
      } else {
        const shares = made.error.reason === 'sharing-not-allowed'
        setFault(say(shares ? 'refused_sharing_not_allowed' : 'refused_patients_not_allowed'))
      }
    } catch {
      setFault(say('faulted'))
    }
  }
  return (
    <Dialog isOpen staysOpen onClose={onClose} title={say('add')}>
      <FormLayout
        label={say('add')}
        onSubmit={() => !isPending && void save()}
        errors={Object.values(shown)
          .filter((text) => text !== undefined)
          .map((text) => ({ text }))}
        actions={
          <>
            <Button type="submit" variant="go" isPending={isPending}>
              {say('make')}
            </Button>
            <Button onPress={onClose}>{say('cancel')}</Button>
          </>
        }
      >
        {fault === null ? null : <Notice kind="bad">{fault}</Notice>}
        <ComboBox
          label={say('resource')}
          options={options}
          value={resourceId}
          onChange={setResource}
          placeholder={say('choose')}
          isRequired
          autoFocus
          errorMessage={shown.resource}
        />
        <TextField
          label={say('name')}
          description={say('nameHelp')}
          value={name}
          onChange={setName}
          maxLength={80}
          isRequired
          autoComplete="off"
          errorMessage={shown.name}
        />
        {can.allowPatients ? (
          <Switch isSelected={withPatients} onChange={setWithPatients} description={say('withPatientsHelp')}>
            {say('withPatients')}
          </Switch>
        ) : (
          <p className={styles.help}>{say('askManager')}</p>
        )}
        {can.share && (
          <Switch isSelected={shared} onChange={setShared} description={say('sharedHelp')}>
            {say('shared')}
          </Switch>
        )}
      </FormLayout>
    </Dialog>
  )
}
