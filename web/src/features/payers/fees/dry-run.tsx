import type { payers, Reply } from '@foyer/contract'
import { Notice, Table } from '../../../ui/index.ts'
import styles from '../payers.module.css'
import { useWords } from '../use-words.ts'

type Read = Reply<typeof payers.readFeeFile>

/** What is in the file, what would change, and each row that was not understood, by its line. */
export function DryRun({ read }: { readonly read: Read }) {
  const { say } = useWords()
  const { fees, bad, faults, changes } = read
  return (
    <div className={styles.part}>
      <Notice kind={bad === 0 && fees > 0 ? 'ok' : 'warn'} title={say('goodRows', { count: fees })}>
        {say('wouldChange', changes)}
      </Notice>
      {bad > 0 && (
        <>
          <Table<Read['faults'][number]>
            caption={say('badRows', { count: bad })}
            rows={faults}
            getKey={({ line, fault }) => `${line} ${fault}`}
            columns={[
              { id: 'line', label: say('line'), isRowHeader: true, align: 'end', cell: ({ line }) => line },
              { id: 'value', label: say('standsThere'), cell: ({ value }) => <span className="id">{value}</span> },
              { id: 'fault', label: say('whatIsWrong'), cell: ({ fault }) => say(`fault_${fault}`) },
            ]}
          />
          {faults.length < bad && <p className={styles.soft}>{say('firstOnly', { count: faults.length })}</p>}
        </>
      )}
    </div>
  )
}
