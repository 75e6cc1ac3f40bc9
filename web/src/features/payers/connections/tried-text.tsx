import { Notice } from '../../../ui/index.ts'
import styles from '../payers.module.css'
import type { Tried } from '../shapes.ts'
import { useWords } from '../use-words.ts'

/** What came of a trial: a sentence, what to do next, and the steps for whoever runs the other side. */
export function TriedText({ tried }: { readonly tried: Tried }) {
  const { say } = useWords()
  const { outcome, answer, detail, ms, hops } = tried
  const isGood = outcome === 'answered'
  const said =
    answer?.kind === 'files' ? say('answer_files', { count: answer.files }) : say(`answer_${answer?.kind ?? '271'}`)
  return (
    <>
      <Notice kind={isGood ? 'ok' : 'bad'} title={say(`tried_${outcome}`, { seconds: (ms / 1000).toFixed(1) })}>
        {isGood ? said : say(`triedNext_${outcome}`)}
      </Notice>
      {(hops.length > 0 || detail !== null) && (
        <details>
          <summary>{say('steps')}</summary>
          <ul className={styles.hops}>
            {hops.map(({ hop, ms: took, outcome: went }) => (
              <li key={hop}>
                {say(`hop_${hop}`)}: {say('milliseconds', { ms: took })}
                {went === 'failed' && `, ${say('hopFailed')}`}
              </li>
            ))}
            {detail !== null && (
              <li>
                {say('detail')}: <span className="id">{detail}</span>
              </li>
            )}
          </ul>
        </details>
      )}
    </>
  )
}
