import { peopleImport, type Reply } from '@foyer/contract'
import { mappingLacks, type PersonFileField, personFileFields } from '@foyer/patients'
import { useState } from 'react'
import { refresh, useAct } from '../../app/ask.ts'
import { Button, Card, Notice, Select, Table, TextField } from '../../ui/index.ts'
import styles from './people-import.module.css'
import { useWords } from './use-words.ts'

type Run = Reply<typeof peopleImport.readImport>
type Held = PersonFileField | 'none'

const SHOWN = 3

/** What each column holds, with the first rows beside it. */
export function MappingForm({ run }: { readonly run: Run }) {
  const { say } = useWords()
  const map = useAct(peopleImport.mapImport)
  const check = useAct(peopleImport.checkImport)
  const [columns, setColumns] = useState<readonly (PersonFileField | null)[]>(run.mapping.columns)
  const [order, setOrder] = useState<'month-first' | 'day-first' | null>(null)
  const [nameOrder, setNameOrder] = useState(run.mapping.nameOrder)
  const [system, setSystem] = useState(run.identifierSystem)
  const [asked, setAsked] = useState(run.asked)
  const [wasTried, setTried] = useState(false)
  const [fault, setFault] = useState<string | null>(null)

  // The order of the column that holds the birth date, unless somebody said otherwise.
  const dateOrder = order ?? run.dateOrders[columns.indexOf('birthDate')] ?? run.mapping.dateOrder
  const mapping = { columns: [...columns], dateOrder, nameOrder }
  const missing = mappingLacks(mapping)
  const options: readonly { id: Held; label: string }[] = [
    { id: 'none', label: say('leftOut') },
    ...personFileFields.map((id) => ({ id, label: say(`field_${id}`) })),
  ]

  const tryIt = async () => {
    setTried(true)
    setFault(null)
    if (missing.length > 0) return
    try {
      const saved = await map.act({
        runId: run.id,
        ...mapping,
        asked,
        identifierSystem: system.trim() || 'former system',
      })
      const started = saved.ok ? await check.act({ runId: run.id }) : saved
      if (!started.ok) setFault(say('refused'))
    } catch {
      setFault(say('failed'))
    }
    await refresh(peopleImport.readImport)
  }
  return (
    <>
      <p className={styles.soft}>{say('columnsLead')}</p>
      {fault && <Notice kind="bad">{fault}</Notice>}
      {wasTried &&
        missing.map((one) => (
          <Notice key={one} kind="bad">
            {say(`missing_${one}`)}
          </Notice>
        ))}
      <Table
        caption={say('columns')}
        rows={run.header.map((name, at) => ({ name, at }))}
        getKey={({ at }) => String(at)}
        columns={[
          { id: 'column', label: say('column'), isRowHeader: true, cell: ({ name, at }) => name || `#${at + 1}` },
          {
            id: 'holds',
            label: say('holds'),
            cell: ({ name, at }) => (
              <Select<Held>
                label={`${say('holds')}: ${name}`}
                hideLabel
                options={options}
                value={columns[at] ?? 'none'}
                onChange={(field) =>
                  setColumns(columns.map((one, other) => (other === at ? (field === 'none' ? null : field) : one)))
                }
              />
            ),
          },
          {
            id: 'sample',
            label: say('sample'),
            cell: ({ at }) => (
              <span className={styles.sample}>
                {run.sample.slice(0, SHOWN).map((row, nth) => (
                  // oxlint-disable-next-line react/no-array-index-key -- the rows of a sample never move
                  <span key={nth}>{row[at] || '–'}</span>
                ))}
              </span>
            ),
          },
        ]}
      />
      <Card>
        <div className={styles.choices}>
          <Select
            label={say('dateOrder')}
            options={(['month-first', 'day-first'] as const).map((id) => ({ id, label: say(`date_${id}`) }))}
            value={dateOrder}
            onChange={setOrder}
          />
          {columns.includes('fullName') && (
            <Select
              label={say('nameOrder')}
              options={(['given-first', 'family-first'] as const).map((id) => ({ id, label: say(`name_${id}`) }))}
              value={nameOrder}
              onChange={setNameOrder}
            />
          )}
          {(columns.includes('mrn') || columns.includes('identifier')) && (
            <TextField
              label={say('identifierSystem')}
              value={system}
              onChange={setSystem}
              maxLength={80}
              autoComplete="off"
            />
          )}
          <Select
            label={say('asked')}
            options={(['create', 'hold'] as const).map((id) => ({ id, label: say(`asked_${id}`) }))}
            value={asked}
            onChange={setAsked}
          />
        </div>
        <Button variant="go" isPending={map.isPending || check.isPending} onPress={() => void tryIt()}>
          {say('check')}
        </Button>
      </Card>
    </>
  )
}
