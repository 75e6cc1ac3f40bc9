import { peopleImport, type Reply } from '@foyer/contract'
import { displayName, formatMrn } from '@foyer/patients'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useAsk } from '../../app/ask.ts'
import { Answer } from '../../app/states.tsx'
import { Button, Select, Table } from '../../ui/index.ts'
import styles from './people-import.module.css'
import { isWord, useWords } from './use-words.ts'

type Row = Reply<typeof peopleImport.listImportRows>['rows'][number]
type Which = 'created' | 'matched' | 'asked' | 'bad' | 'noted' | 'kept'

/** Rows of one kind, with the line of the file, why, and whom they are about. */
export function RowsView({ run }: { readonly run: Reply<typeof peopleImport.readImport> }) {
  const { say } = useWords()
  const [chosen, setChosen] = useState<Which | null>(null)
  const [after, setAfter] = useState(0)
  const which = chosen ?? (run.state === 'undone' ? 'kept' : 'bad')
  const rows = useAsk(peopleImport.listImportRows, { runId: run.id, which, after }, { keepPrevious: true })
  const kinds: readonly Which[] =
    run.state === 'undone' ? ['kept', 'bad'] : ['bad', 'asked', 'noted', 'matched', 'created']
  const problem = (code: string, column: string | null) => {
    const text = isWord(`problem_${code}`) ? say(`problem_${code}` as never) : code
    return column === null ? text : say('inColumn', { problem: text, column })
  }
  const why = (row: Row): string => {
    if (which === 'kept') {
      const word = `undone_${row.undone ?? ''}`
      return isWord(word) ? say(word) : say('undone_else')
    }
    return [
      ...(row.problem === null ? [] : [problem(row.problem, row.column)]),
      ...row.notes.map((note) => problem(note.problem, note.column)),
      ...(row.sameAsLine === null ? [] : [say('sameAs', { line: row.sameAsLine })]),
    ].join('; ')
  }
  return (
    <section className={styles.rows}>
      <Select<Which>
        label={say('rows')}
        value={which}
        onChange={(next) => {
          setChosen(next)
          setAfter(0)
        }}
        options={kinds.map((id) => ({ id, label: say(id === 'asked' ? 'asked_' : id) }))}
      />
      <Answer of={rows}>
        {(found) => (
          <>
            <Table<Row>
              caption={say(which === 'asked' ? 'asked_' : which)}
              rows={found.rows}
              getKey={({ line }) => String(line)}
              empty={say('noRows')}
              columns={[
                { id: 'line', label: say('line'), align: 'end', isRowHeader: true, cell: ({ line }) => line },
                { id: 'why', label: say('why'), cell: why },
                { id: 'person', label: say('person'), cell: ({ patient }) => patient && <Person person={patient} /> },
                { id: 'other', label: say('other'), cell: ({ other }) => other && <Person person={other} /> },
              ]}
            />
            {found.next !== null && <Button onPress={() => setAfter(found.next ?? 0)}>{say('more')}</Button>}
          </>
        )}
      </Answer>
    </section>
  )
}

function Person({ person }: { readonly person: NonNullable<Row['patient']> }) {
  return (
    <>
      <Link to="/patients/$patientId" params={{ patientId: person.id }}>
        {displayName(person.name)}
      </Link>{' '}
      <span className={styles.soft}>
        {person.birthDate} · <span className="id">{formatMrn(person.mrn)}</span>
      </span>
    </>
  )
}
