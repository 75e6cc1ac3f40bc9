import { record } from '@foyer/contract'
import { conceptText, contactUses } from '@foyer/patients'
import { ArrowUp, X } from 'lucide-react'
import { useRef } from 'react'
import { Checkbox, IconButton, Select, TextField } from '../../../ui/index.ts'
import type { ContactDraft } from './contact-draft.ts'
import styles from './details.module.css'
import { useWords } from './use-words.ts'

const uses = record.contactUse.options

interface Props {
  readonly draft: ContactDraft
  /** Its place among those of its kind, from zero. */
  readonly at: number
  readonly onChange: (part: Partial<ContactDraft>) => void
  readonly onUp: () => void
  readonly onDrop: () => void
}

export function ContactRow({ draft, at, onChange, onUp, onDrop }: Props) {
  const { say, locale } = useWords()
  const isPhone = draft.system === 'phone'
  const input = useRef<HTMLInputElement>(null)
  // The button may be gone where the row stands now: the keyboard goes on in the row.
  const up = () => {
    onUp()
    requestAnimationFrame(() => input.current?.focus())
  }
  const what = say(isPhone ? 'phone' : 'email', { n: at + 1 })
  return (
    <div className={styles.row} role="group" aria-label={what}>
      <TextField
        label={what}
        inputRef={input}
        value={draft.value}
        onChange={(value) => onChange({ value })}
        type={isPhone ? 'tel' : 'email'}
        maxLength={isPhone ? 40 : 200}
        autoComplete="off"
        autoFocus={draft.id === null}
      />
      <Select
        label={say('use')}
        options={uses.map((id) => ({ id, label: conceptText(contactUses, id, locale) }))}
        value={draft.use}
        onChange={(use) => onChange({ use })}
      />
      <span className={styles.rowActions}>
        {at > 0 && <IconButton icon={ArrowUp} label={say('up', { what })} onPress={up} />}
        <IconButton icon={X} label={say('drop', { what })} onPress={onDrop} />
      </span>
      <div className={styles.wide}>
        <TextField
          label={say('sharedWith')}
          value={draft.sharedWith}
          onChange={(sharedWith) => onChange({ sharedWith })}
          maxLength={80}
          autoComplete="off"
        />
        <Checkbox isSelected={draft.mayLeaveMessage} onChange={(mayLeaveMessage) => onChange({ mayLeaveMessage })}>
          {say('mayLeaveMessage')}
        </Checkbox>
      </div>
    </div>
  )
}
