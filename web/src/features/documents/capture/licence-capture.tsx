import { conceptText, type Licence, type LicenceField, type LicenceFieldName, sexes } from '@foyer/patients'
import { IdCard } from 'lucide-react'
import { useState } from 'react'
import { Button, Notice } from '../../../ui/index.ts'
import { useWords } from '../use-words.ts'
import { CaptureDialog } from './capture-dialog.tsx'
import { type Proposed, ProposedFields, takenOf } from './proposed-fields.tsx'
import { readBarcode } from './read-barcode.ts'

type TextName = Exclude<LicenceFieldName, 'sex'>
export type LicenceFields = Readonly<Partial<Record<TextName, string>>> & {
  readonly sex?: (typeof sexes)[number]['code']
}

export interface LicenceCaptureProps {
  /** What stands in the form now, to be held against what was read. */
  readonly current: Readonly<Partial<Record<LicenceFieldName, string | null>>>
  /** Civil date at the site. */
  readonly today: string
  /** Only what the person ticked. The picture comes along only where they want to keep it. */
  readonly onConfirm: (fields: LicenceFields, picture: Blob | null) => void
  readonly canKeepPicture: boolean
}

/** A button that reads the barcode of a driver's licence or ID and proposes what it says. */
export function LicenceCapture(props: LicenceCaptureProps) {
  const { say } = useWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button icon={IdCard} onPress={() => setOpen(true)}>
        {say('readLicence')}
      </Button>
      {isOpen && <LicenceDialog {...props} onClose={() => setOpen(false)} />}
    </>
  )
}

function LicenceDialog(props: LicenceCaptureProps & { readonly onClose: () => void }) {
  const { current, today, onConfirm, onClose, canKeepPicture } = props
  const { say } = useWords()
  const texts = useFieldTexts()
  const [picture, setPicture] = useState<Blob | null>(null)
  const [isReading, setReading] = useState(false)
  const [fault, setFault] = useState<'notRead' | 'notLicence' | 'faulted' | null>(null)
  const [licence, setLicence] = useState<Licence | null>(null)
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set())
  const [isKept, setKept] = useState(false)

  const read = async (file: Blob) => {
    setPicture(file)
    setLicence(null)
    setTaken(new Set())
    setFault(null)
    setReading(true)
    try {
      const answer = await readBarcode(file)
      if ('licence' in answer) setLicence(answer.licence)
      else setFault(answer.fault)
    } catch {
      setFault('faulted')
    }
    setReading(false)
  }
  const fields = licence?.fields.map((field) => texts.proposed(field, current[field.name])) ?? []
  const names = takenOf(fields, taken)
  const confirm = () => {
    const chosen = licence?.fields.filter(({ name }) => names.includes(name)) ?? []
    onConfirm(Object.fromEntries(chosen.map(({ name, value }) => [name, value])), isKept ? picture : null)
    onClose()
  }
  return (
    <CaptureDialog
      title={say('licenceTitle')}
      help={say('licenceHelp')}
      picture={picture}
      onPicture={(file) => void read(file)}
      isReading={isReading}
      fault={fault && say(fault)}
      count={names.length}
      keep={canKeepPicture ? { isKept, onKeep: setKept } : null}
      onConfirm={confirm}
      onClose={onClose}
    >
      {licence && (
        <>
          {licence.expiresOn !== null && licence.expiresOn < today && (
            <Notice kind="warn">{say('expired', { on: texts.day(licence.expiresOn) })}</Notice>
          )}
          <ProposedFields fields={fields} taken={taken} onTaken={setTaken} />
        </>
      )}
    </CaptureDialog>
  )
}

function useFieldTexts() {
  const { say, locale } = useWords()
  const day = (date: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(Date.parse(date))
  const text = (name: LicenceFieldName, value: string): string => {
    if (name === 'birthDate') return day(value)
    return name === 'sex' ? conceptText(sexes, value, locale) : value
  }
  const proposed = ({ name, value, from, doubt }: LicenceField, now: string | null | undefined): Proposed => ({
    name,
    label: say(`field_${name}`),
    text: text(name, value),
    from,
    doubt: doubt && say(`doubt_${doubt}`),
    now: !now || now === 'unknown' ? null : text(name, now),
  })
  return { day, proposed }
}
