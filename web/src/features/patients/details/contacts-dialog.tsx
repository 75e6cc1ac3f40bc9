import { record } from '@foyer/contract'
import { conceptText, contactPreferences } from '@foyer/patients'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Checkbox, FieldGroup, IconButton, Select } from '../../../ui/index.ts'
import { type ContactDraft, draftsOf, droppedOf, raised } from './contact-draft.ts'
import { ContactRow } from './contact-row.tsx'
import { DetailsDialog } from './details-dialog.tsx'
import { toggled } from './lists.ts'
import { type DialogOf, given } from './shapes.ts'
import { type ContactsDraft, useContactFields } from './use-contact-fields.ts'
import { useDetailsDraft } from './use-details-draft.ts'
import { useSave } from './use-save.ts'
import { useWords } from './use-words.ts'

const preferences = ['none', ...contactPreferences.map(({ code }) => code)] as const

export function ContactsDialog({ details, onClose }: DialogOf) {
  const { say, locale } = useWords()
  const fieldsOf = useContactFields()
  const held = useDetailsDraft<ContactsDraft>(details, {
    read: (one) => ({ rows: draftsOf(one), preference: one.contactPreference ?? 'none' }),
    fieldsOf,
  })
  const { draft, meanwhile } = held
  const { rows: drafts, preference } = draft
  const setDrafts = (rows: readonly ContactDraft[]) => held.change({ rows })
  const { save, fault, isPending } = useSave(record.setContactPoints, held, onClose)
  const [mistaken, setMistaken] = useState<readonly string[]>([])
  const [added, setAdded] = useState(0)
  const dropped = droppedOf(held.base.rows, drafts)
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
    void save((at) => ({
      ...at,
      contactPreference: preference === 'none' ? null : preference,
      contacts: drafts
        .filter(({ value }) => value.trim() !== '')
        .map(({ id, system, value, use, sharedWith, mayLeaveMessage }) => ({
          // One that a colleague ended meanwhile and that is kept comes anew.
          id: held.base.rows.some((row) => row.id === id) ? id : null,
          system,
          value: value.trim(),
          use,
          sharedWith: given(sharedWith),
          mayLeaveMessage,
        })),
      mistaken: mistaken.filter((id) => dropped.some(({ key }) => key === id)),
    }))
  return (
    <DetailsDialog
      title={say('reachTitle')}
      fault={fault}
      meanwhile={meanwhile}
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
          {dropped.map(({ key, value }) => (
            <Checkbox
              key={key}
              isSelected={mistaken.includes(key)}
              onChange={() => setMistaken(toggled(mistaken, key))}
            >
              {say('neverTheirs', { value })}
            </Checkbox>
          ))}
        </FieldGroup>
      )}
      <FieldGroup legend={say('prefers')} columns={2}>
        <Select
          label={say('prefers')}
          options={preferences.map((id) => ({
            id,
            label: id === 'none' ? say('prefer_none') : conceptText(contactPreferences, id, locale),
          }))}
          value={preference}
          onChange={(chosen) => held.change({ preference: chosen })}
        />
      </FieldGroup>
    </DetailsDialog>
  )
}
