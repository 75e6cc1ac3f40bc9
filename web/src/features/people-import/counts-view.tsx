import type { peopleImport, Reply } from '@foyer/contract'
import { Card, MeterBar, type SignalKind } from '../../ui/index.ts'
import styles from './people-import.module.css'
import { useWords } from './use-words.ts'

/** How many rows became what, each against the whole file. */
export function CountsView({ run }: { readonly run: Reply<typeof peopleImport.readImport> }) {
  const { say, locale } = useWords()
  const { counts, undo } = run
  const isBack = run.state === 'undone' || run.state === 'undoing'
  const bars: readonly { label: string; value: number; kind: SignalKind }[] = isBack
    ? [
        { label: say('removed'), value: undo.removed, kind: 'ok' },
        { label: say('restored'), value: undo.restored, kind: 'ok' },
        { label: say('kept'), value: undo.kept, kind: 'warn' },
      ]
    : [
        { label: say('created'), value: counts.created, kind: 'ok' },
        { label: say('matched'), value: counts.matched, kind: 'info' },
        { label: say('asked_'), value: counts.asked, kind: 'warn' },
        { label: say('bad'), value: counts.bad, kind: 'bad' },
      ]
  return (
    <Card>
      <h2 className={styles.heading}>{say(run.state === 'checked' ? 'wouldBe' : 'became')}</h2>
      <div className={styles.counts}>
        {bars.map(({ label, value, kind }) => (
          <MeterBar
            key={label}
            label={label}
            value={value}
            max={Math.max(run.rows, 1)}
            valueText={value.toLocaleString(locale)}
            kind={kind}
          />
        ))}
      </div>
    </Card>
  )
}
