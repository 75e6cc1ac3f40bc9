import { record } from '@foyer/contract'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Checkbox, FieldGroup, IconButton, Select } from '../../../ui/index.ts'
import { type ContactDraft, draftsOf, droppedOf, raised, shownOf } from './contact-draft.ts'
import { ContactRow } from './contact-row.tsx'
import { DetailsDialog } from './details-dialog.tsx'
import { toggled } from './lists.ts'
import { type DialogOf, given } from './shapes.ts'
import { useSave } from './use-save.ts'
import { useWords } from './use-words.ts'

const preferences = ['none', 'text', 'call', 'email', 'letter'] as const

export function ContactsDialog({ details, onClose }: DialogOf) {
  const { say } = useWords()
  const { save, fault, isPending } = useSave(record.setContactPoints, onClose)
  const [drafts, setDrafts] = useState(() => draftsOf(details))
  const [preference, setPreference] = useState<(typeof preferences)[number]>(details.contactPreference ?? 'none')
  const [mistaken, setMistaken] = useState<readonly string[]>([])
  const [added, setAdded] = useState(0)
  const dropped = droppedOf(details, drafts)
  const change = (key: string, part: Partial<ContactDraft>) =>
    setDrafts(drafts.map((one) => (one.key === key ? { ...one, ...part } : one)))
  const add = (system: ContactDraft['system']) => {
    const use = system === 'phone' ? 'mobile' : 'home'
    setDrafts([
      ...drafts,
      { key: `new ${added}`, id: null, system, value: '', use, sharedWith: '', mayLeaveMessage: false },
    ])
    setAdded(added + 1)
  }
  const submit = () =>
    void save({
      patientId: details.patientId,
      version: details.version,
      contactPreference: preference === 'none' ? null : preference,
      contacts: drafts
        .filter(({ value }) => value.trim() !== '')
        .map(({ id, system, value, use, sharedWith, mayLeaveMessage }) => ({
          id,
          system,
          value: value.trim(),
          use,
          sharedWith: given(sharedWith),
          mayLeaveMessage,
        })),
      mistaken: mistaken.filter((id) => dropped.some((one) => one.id === id)),
    })
  return (
    <DetailsDialog
      title={say('reachTitle')}
      fault={fault}
      isPending={isPending}
      onSave={submit}
      onClose={onClose}
      size="lg"
    >
      {(['phone', 'email'] as const).map((system) => (
        <FieldGroup key={system} legend={say(system === 'phone' ? 'phones' : 'emails')}>
          {drafts
            .filter((one) => one.system === system)
            .map((one, at) => (
              <ContactRow
                key={one.key}
                draft={one}
                at={at}
                onChange={(part) => change(one.key, part)}
                onUp={() => setDrafts(raised(drafts, one.key))}
                onDrop={() => setDrafts(drafts.filter(({ key }) => key !== one.key))}
              />
            ))}
          <div>
            <IconButton
              icon={Plus}
              label={say(system === 'phone' ? 'addPhone' : 'addEmail')}
              showLabel
              onPress={() => add(system)}
            />
          </div>
        </FieldGroup>
      ))}
      {dropped.length > 0 && (
        <FieldGroup legend={say('dropped')} description={say('droppedHelp')}>
          {dropped.map((one) => (
            <Checkbox
              key={one.id}
              isSelected={mistaken.includes(one.id)}
              onChange={() => setMistaken(toggled(mistaken, one.id))}
            >
              {say('neverTheirs', { value: shownOf(one) })}
            </Checkbox>
          ))}
        </FieldGroup>
      )}
      <FieldGroup legend={say('prefers')} columns={2}>
        <Select
          label={say('prefers')}
          options={preferences.map((id) => ({ id, label: say(`prefer_${id}`) }))}
          value={preference}
          onChange={setPreference}
        />
      </FieldGroup>
    </DetailsDialog>
  )
}
