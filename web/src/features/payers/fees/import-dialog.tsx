import { payers, type Reply } from '@foyer/contract'
import { useRef, useState } from 'react'
import { useAct, useAsk } from '../../../app/ask.ts'
import { usePractice } from '../../../app/site.ts'
import { Button, Checkbox, DateField, Select, TextField } from '../../../ui/index.ts'
import { FormDialog } from '../form-dialog.tsx'
import styles from '../payers.module.css'
import { refusalText, useSave } from '../use-save.ts'
import { useWords } from '../use-words.ts'
import { DryRun } from './dry-run.tsx'

const kinds = ['charge', 'contract', 'self-pay'] as const
const everyPlan = 'every'

/** Whose list it is. */
interface Line {
  readonly kind: (typeof kinds)[number]
  readonly payerId: string | null
  readonly planId: string | null
}

/** First what is in the file and what is wrong with it; then it is taken in. */
export function ImportDialog({ today, onClose }: { readonly today: string; readonly onClose: () => void }) {
  const { say } = useWords()
  const { payers: known } = usePractice()
  const directory = useAsk(payers.readDirectory, {})
  const reading = useAct(payers.readFeeFile)
  const taking = useAct(payers.importFees)
  const saving = useSave(onClose)
  const input = useRef<HTMLInputElement>(null)
  const [kind, setKind] = useState<(typeof kinds)[number]>('charge')
  const [payer, setPayer] = useState<string | null>(known[0]?.id ?? null)
  const [plan, setPlan] = useState<string | null>(null)
  const [name, setName] = useState('')
  const [periodStart, setStart] = useState<string | null>(today)
  const [file, setFile] = useState<{ readonly name: string; readonly content: string } | null>(null)
  const [read, setRead] = useState<Reply<typeof payers.readFeeFile> | null>(null)
  const [withoutBad, setWithoutBad] = useState(false)
  const lineOf = (of: typeof kind, payerId: string | null, planId: string | null): Line =>
    of === 'contract' ? { kind: of, payerId, planId } : { kind: of, payerId: null, planId: null }
  const line = lineOf(kind, payer, plan)
  const plans = directory.data?.payers.find(({ id }) => id === payer)?.plans ?? []

  /** What would change depends on whose list it is. */
  const look = async (content: string, of: Line) => {
    setRead(null)
    saving.setFailure(null)
    try {
      const answer = await reading.act({ ...of, content })
      if (answer.ok) setRead(answer.value)
      else saving.setFailure(refusalText(say, answer.error))
    } catch {
      saving.setFailure(say('fileNotRead'))
    }
  }
  const choose = async (chosen: File) => {
    const content = await chosen.text()
    setFile({ name: chosen.name, content })
    if (name === '') setName(chosen.name.replace(/\.\w+$/, ''))
    setWithoutBad(false)
    await look(content, line)
  }
  const put = (next: Line) => {
    if (file) void look(file.content, next)
  }
  const isReady =
    file !== null &&
    read !== null &&
    read.fees > 0 &&
    (read.bad === 0 || withoutBad) &&
    name.trim() !== '' &&
    periodStart !== null
  const take = async () => {
    if (!file || periodStart === null) return
    const body = { ...line, name: name.trim(), periodStart, content: file.content, withoutBad }
    await saving.run(() => taking.act(body))
  }
  return (
    <FormDialog
      title={say('importFees')}
      description={say('importHelp')}
      size="lg"
      saveLabel={say('takeIn')}
      failure={saving.failure}
      isPending={taking.isPending}
      isReady={isReady}
      onSave={() => void take()}
      onClose={onClose}
    >
      <div className={styles.fields}>
        <Select
          label={say('kind')}
          options={kinds.map((id) => ({ id, label: say(`feesKind_${id}`) }))}
          value={kind}
          onChange={(id) => {
            const next = kinds.find((one) => one === id) ?? kind
            setKind(next)
            put(lineOf(next, payer, plan))
          }}
          autoFocus
        />
        {kind === 'contract' && (
          <Select
            label={say('payer')}
            options={known.map(({ id, name: label }) => ({ id, label }))}
            value={payer}
            onChange={(id) => {
              setPayer(id)
              setPlan(null)
              put(lineOf(kind, id, null))
            }}
          />
        )}
        {kind === 'contract' && plans.length > 0 && (
          <Select
            label={say('feesPlan')}
            description={say('feesPlanHelp')}
            options={[
              { id: everyPlan, label: say('feesEveryPlan') },
              ...plans.map(({ id, name: label }) => ({ id, label })),
            ]}
            value={plan ?? everyPlan}
            onChange={(id) => {
              const next = id === everyPlan ? null : id
              setPlan(next)
              put(lineOf(kind, payer, next))
            }}
          />
        )}
        <TextField label={say('name')} value={name} onChange={setName} maxLength={120} isRequired autoComplete="off" />
        <DateField
          label={say('firstDay')}
          description={say('firstDayHelp')}
          value={periodStart}
          onChange={setStart}
          isRequired
        />
      </div>
      <div className={styles.bar}>
        <input
          ref={input}
          type="file"
          hidden
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          onChange={({ target }) => {
            const chosen = target.files?.[0]
            target.value = ''
            if (chosen) void choose(chosen)
          }}
        />
        <Button onPress={() => input.current?.click()} isPending={reading.isPending}>
          {say('chooseFile')}
        </Button>
        {file && <span className={styles.soft}>{file.name}</span>}
      </div>
      {read && <DryRun read={read} />}
      {read !== null && read.bad > 0 && read.fees > 0 && (
        <Checkbox isSelected={withoutBad} onChange={setWithoutBad}>
          {say('withoutBad', { count: read.bad })}
        </Checkbox>
      )}
    </FormDialog>
  )
}
