import { formatPhone, type InsuranceCard, readInsuranceCard } from '@foyer/patients'
import { CreditCard } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { usePractice } from '../../../app/site.ts'
import { Button, formatCents } from '../../../ui/index.ts'
import styles from '../documents.module.css'
import { useWords } from '../use-words.ts'
import { CaptureDialog } from './capture-dialog.tsx'
import { type Proposed, ProposedFields, takenOf } from './proposed-fields.tsx'
import { openTextReader, type TextReader } from './read-text.ts'

export interface CardFields {
  readonly payerId?: string
  readonly planName?: string
  readonly memberId?: string
  readonly groupNumber?: string
  readonly subscriberName?: string
  readonly periodStart?: string
  readonly copayCents?: number
}

export type CardTaken = (fields: CardFields, kept: { readonly picture: Blob; readonly words: string } | null) => void

/** As the form of a coverage shows them now. */
export type CurrentCard = Readonly<Partial<Record<CardName, string | null>>>

export interface CardCaptureProps {
  readonly current: CurrentCard
  /** Only what was ticked; with the picture where it is to be kept, and all that was read from it. */
  readonly onConfirm: CardTaken
  readonly canKeepPicture: boolean
}

const cardNames = ['payer', 'plan', 'memberId', 'groupNumber', 'subscriberName', 'effectiveDate', 'copay'] as const
type CardName = (typeof cardNames)[number]
const pharmacy = ['rxBin', 'rxPcn', 'rxGroup'] as const

/** A button that reads the picture of an insurance card and proposes what it says. */
export function CardCapture(props: CardCaptureProps) {
  const { say } = useWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button icon={CreditCard} onPress={() => setOpen(true)}>
        {say('readCard')}
      </Button>
      {isOpen && <CardDialog {...props} onClose={() => setOpen(false)} />}
    </>
  )
}

function CardDialog({
  current,
  onConfirm,
  canKeepPicture,
  onClose,
}: CardCaptureProps & { readonly onClose: () => void }) {
  const { say, locale } = useWords()
  const { payers } = usePractice()
  const reader = useRef<TextReader | null>(null)
  const [picture, setPicture] = useState<Blob | null>(null)
  const [isReading, setReading] = useState(false)
  const [fault, setFault] = useState<'nothingRead' | 'faulted' | null>(null)
  const [text, setText] = useState('')
  const [card, setCard] = useState<InsuranceCard | null>(null)
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set())
  const [isKept, setKept] = useState(false)
  useEffect(() => () => reader.current?.end(), [])

  const read = async (file: Blob) => {
    setPicture(file)
    setFault(null)
    setCard(null)
    setTaken(new Set())
    setReading(true)
    try {
      reader.current ??= openTextReader()
      const words = await reader.current.read(file)
      const found = readInsuranceCard(words, payers)
      setText(words)
      if (found.fields.length === 0 && found.copays.length === 0) setFault('nothingRead')
      else setCard(found)
    } catch {
      setFault('faulted')
    }
    setReading(false)
  }
  const money = (cents: number) => formatCents(cents, 'USD', locale)
  const office = card?.copays.find(({ kind }) => kind === 'office')
  const fields: readonly Proposed[] = cardNames.flatMap((name): Proposed[] => {
    const label = say(`field_${name}`)
    const now = current[name] ?? null
    if (name === 'copay')
      return office ? [{ name, label, text: money(office.cents), from: office.from, doubt: null, now }] : []
    const field = card?.fields.find((one) => one.name === name)
    return field ? [{ name, label, text: field.value, from: field.from, doubt: null, now }] : []
  })
  const names = takenOf(fields, taken)
  const confirm = () => {
    const value = (name: CardName) =>
      names.includes(name) ? card?.fields.find((field) => field.name === name)?.value : undefined
    const payerId = names.includes('payer') ? card?.fields.find(({ name }) => name === 'payer')?.payerId : undefined
    const all = {
      payerId,
      planName: value('plan'),
      memberId: value('memberId'),
      groupNumber: value('groupNumber'),
      subscriberName: value('subscriberName'),
      periodStart: value('effectiveDate'),
      copayCents: names.includes('copay') ? office?.cents : undefined,
    }
    const chosen: CardFields = Object.fromEntries(Object.entries(all).filter(([, one]) => one !== undefined))
    onConfirm(chosen, isKept && picture ? { picture, words: text } : null)
    onClose()
  }
  const also = [
    ...pharmacy.flatMap((name) => {
      const field = card?.fields.find((one) => one.name === name)
      return field ? [`${say(`field_${name}`)} ${field.value}`] : []
    }),
    ...(card?.copays.flatMap(({ kind, cents }) =>
      kind === 'office' ? [] : [`${say(`copay_${kind}`)} ${money(cents)}`],
    ) ?? []),
    ...(card?.phones.map(({ phone }) => `${say('phone')} ${formatPhone(phone)}`) ?? []),
  ]
  return (
    <CaptureDialog
      title={say('cardTitle')}
      help={say('cardHelp')}
      picture={picture}
      onPicture={(file) => void read(file)}
      isReading={isReading}
      fault={fault && say(fault)}
      count={names.length}
      keep={canKeepPicture ? { isKept, onKeep: setKept } : null}
      onConfirm={confirm}
      onClose={onClose}
    >
      {card && (
        <>
          <ProposedFields fields={fields} taken={taken} onTaken={setTaken} />
          {also.length > 0 && (
            <>
              <h3>{say('alsoRead')}</h3>
              <ul className={styles.also}>
                {also.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </CaptureDialog>
  )
}
