import { useState } from 'react'
import {
  Button,
  Checkbox,
  ComboBox,
  DateField,
  FieldGroup,
  FormLayout,
  MoneyField,
  NumberField,
  RadioGroup,
  SearchField,
  Select,
  Switch,
  TextField,
  TimeField,
} from '../index.ts'
import styles from './gallery.module.css'

const payers = [
  { id: 'bcbs', label: 'Blue Cross PPO', detail: 'Illinois' },
  { id: 'aetna', label: 'Aetna', detail: 'ended 31 Oct' },
  { id: 'self', label: 'Self-pay' },
]

export function FieldGallery() {
  const [name, setName] = useState('Maria Nguyen')
  const [note, setNote] = useState('')
  const [minutes, setMinutes] = useState<number | null>(20)
  const [cents, setCents] = useState<number | null>(3000)
  const [born, setBorn] = useState<string | null>('1961-03-14')
  const [at, setAt] = useState<number | null>(560)
  const [payer, setPayer] = useState<string | null>('bcbs')
  const [found, setFound] = useState<string | null>(null)
  const [agrees, setAgrees] = useState(true)
  const [texts, setTexts] = useState(true)
  const [search, setSearch] = useState('')
  const [reach, setReach] = useState<string | null>('text')
  const [faults, setFaults] = useState<ReadonlyArray<{ text: string }>>([])
  return (
    <div className={styles.stack}>
      <FormLayout
        label="Person"
        onSubmit={() => setFaults(name === '' ? [{ text: 'Give a name.' }] : [])}
        errors={faults}
        actions={
          <>
            <Button type="submit" variant="go">
              Save
            </Button>
            <Button variant="quiet">Cancel</Button>
          </>
        }
      >
        <FieldGroup legend="Who" columns={2}>
          <TextField label="Name" value={name} onChange={setName} isRequired description="As on the card" />
          <DateField label="Born" value={born} onChange={setBorn} />
          <TextField label="Member number" value="0041 7O28" onChange={setName} isMono isReadOnly />
          <TextField
            label="Phone"
            type="tel"
            value="312 555"
            onChange={setName}
            errorMessage="A number has 10 digits: add 4."
          />
          <TextField label="Fax" value="" onChange={setName} isDisabled />
        </FieldGroup>
        <TextField label="Note" value={note} onChange={setNote} multiline placeholder="What was said" />
      </FormLayout>
      <div className={styles.block}>
        <FieldGroup legend="Visit" columns={2}>
          <TimeField label="At" value={at} onChange={setAt} />
          <NumberField
            label="Length"
            value={minutes}
            onChange={setMinutes}
            minValue={5}
            maxValue={240}
            step={5}
            unit="minutes"
          />
          <MoneyField label="Copay" value={cents} onChange={setCents} description={`${cents ?? 'no'} cents`} />
          <Select label="Plan" options={payers} value={payer} onChange={setPayer} />
        </FieldGroup>
        <ComboBox
          label="Find a plan"
          options={payers}
          value={found}
          onChange={setFound}
          placeholder="Name or payer number"
        />
        <SearchField
          label="Find a person, a visit, a command"
          value={search}
          onChange={setSearch}
          placeholder="Find a person, a visit, a command"
          shortcut="/"
        />
      </div>
      <div className={styles.block}>
        <Checkbox isSelected={agrees} onChange={setAgrees} description="Signed on paper is enough.">
          Consent to treat
        </Checkbox>
        <Switch isSelected={texts} onChange={setTexts} description="Reminders the day before.">
          Text messages
        </Switch>
        <RadioGroup
          label="How to reach"
          value={reach}
          onChange={setReach}
          options={[
            { id: 'text', label: 'Text' },
            { id: 'call', label: 'Call' },
            { id: 'mail', label: 'Letter' },
          ]}
          orientation="horizontal"
        />
        <RadioGroup
          label="Is this still your address?"
          value={reach}
          onChange={setReach}
          hasCards
          options={[
            { id: 'text', label: 'Yes', detail: '12 Lake Street, Chicago' },
            { id: 'call', label: 'No, I moved' },
          ]}
        />
      </div>
    </div>
  )
}
