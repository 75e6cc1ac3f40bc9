import { Button, Card, Panel } from '../../ui/index.ts'
import { CandidateFacts } from './candidate-facts.tsx'
import styles from './patients.module.css'
import type { Alike } from './use-alike.ts'
import { useWords } from './use-words.ts'

const shown = 3

/** While somebody types: who is here already and like them. */
export function AlikePanel({ alike, onSame }: { readonly alike: Alike; readonly onSame: (patientId: string) => void }) {
  const { say } = useWords()
  return (
    <div className={styles.alike}>
      <p role="status" className={styles.small}>
        {alike.length > 0 && say('duplicateTitle', { count: alike.length })}
      </p>
      {alike.length > 0 && (
        <Panel title={say('maybeHere')}>
          <div className={styles.sideBySide}>
            {alike.slice(0, shown).map((candidate) => (
              <Card key={candidate.id}>
                <CandidateFacts candidate={candidate} />
                <Button size="sm" onPress={() => onSame(candidate.id)}>
                  {say('thisIsThem')}
                </Button>
              </Card>
            ))}
          </div>
        </Panel>
      )}
    </div>
  )
}
