import { payers } from '@foyer/contract'
import { useState } from 'react'
import { useAct } from '../../../app/ask.ts'
import { Notice, Select, Switch, TextField } from '../../../ui/index.ts'
import { FormDialog } from '../form-dialog.tsx'
import styles from '../payers.module.css'
import { type Connection, connectionKinds } from '../shapes.ts'
import { useSave } from '../use-save.ts'
import { useWords } from '../use-words.ts'
import { bodyOf, type Draft, draftOf } from './draft.ts'
import { SecretFields } from './secret-fields.tsx'

export interface ConnectionDialogProps {
  /** Null adds one. */
  readonly connection: Connection | null
  readonly onClose: () => void
}

export function ConnectionDialog({ connection, onClose }: ConnectionDialogProps) {
  const { say } = useWords()
  const adding = useAct(payers.addConnection)
  const changing = useAct(payers.changeConnection)
  const saving = useSave(onClose)
  const [draft, setDraft] = useState(() => draftOf(connection))
  const put = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const body = bodyOf(draft)
  const isSandbox = connection?.isSandbox ?? false
  const save = async () => {
    if (!body) return
    await saving.run(() => (connection ? changing.act({ ...body, connectionId: connection.id }) : adding.act(body)))
  }
  return (
    <FormDialog
      title={connection ? say('changeNamed', { name: connection.name }) : say('addConnection')}
      size="lg"
      failure={saving.failure}
      isPending={adding.isPending || changing.isPending}
      isReady={body !== null}
      onSave={() => void save()}
      onClose={onClose}
    >
      {isSandbox && (
        <Notice kind="info" title={say('madeUpTitle')}>
          {say('sandboxStays')}
        </Notice>
      )}
      <div className={styles.fields}>
        <TextField
          label={say('name')}
          value={draft.name}
          onChange={(name) => put({ name })}
          maxLength={120}
          isRequired
          autoFocus
          autoComplete="off"
        />
        <Select
          label={say('connectionKind')}
          options={connectionKinds.map((id) => ({ id, label: say(`connectionKind_${id}`) }))}
          value={draft.kind}
          onChange={(id) => put({ kind: connectionKinds.find((one) => one === id) ?? draft.kind })}
          isDisabled={isSandbox}
        />
      </div>
      <TextField
        label={say('address')}
        description={say(draft.kind === 'sftp' ? 'addressHelpFiles' : 'addressHelp')}
        value={draft.address}
        onChange={(address) => put({ address })}
        maxLength={400}
        isRequired
        isDisabled={isSandbox}
        autoComplete="off"
        isMono
      />
      {draft.kind === 'sftp' && (
        <TextField
          label={say('hostKey')}
          description={say('hostKeyHelp')}
          value={draft.hostKey}
          onChange={(hostKey) => put({ hostKey })}
          maxLength={200}
          isRequired
          isDisabled={isSandbox}
          autoComplete="off"
          isMono
        />
      )}
      <div className={styles.fields}>
        <TextField
          label={say('senderId')}
          description={say('senderIdHelp')}
          value={draft.senderId}
          onChange={(senderId) => put({ senderId })}
          maxLength={80}
          isRequired
          autoComplete="off"
          isMono
        />
        <TextField
          label={say('receiverId')}
          description={say('receiverIdHelp')}
          value={draft.receiverId}
          onChange={(receiverId) => put({ receiverId })}
          maxLength={80}
          isRequired
          autoComplete="off"
          isMono
        />
      </div>
      <SecretFields draft={draft} hasSecret={connection?.hasSecret ?? false} onPut={put} />
      <TextField
        label={say('settings')}
        description={say(draft.kind === 'sftp' ? 'settingsHelpFiles' : 'settingsHelp')}
        value={draft.settings}
        onChange={(settings) => put({ settings })}
        multiline
        rows={3}
        isMono
      />
      <Switch
        isSelected={draft.usage === 'P'}
        onChange={(isReal) => put({ usage: isReal ? 'P' : 'T' })}
        description={say('usageHelp')}
      >
        {say('usage_P')}
      </Switch>
      <Switch isSelected={draft.active} onChange={(active) => put({ active })} description={say('inUseHelp')}>
        {say('inUse')}
      </Switch>
    </FormDialog>
  )
}
