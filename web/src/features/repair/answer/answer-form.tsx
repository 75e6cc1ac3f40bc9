import { repair, type Reply } from '@foyer/contract'
import { useState } from 'react'
import { askKey, queryClient, useAct } from '../../../app/ask.ts'
import { Button } from '../../../ui/index.ts'
import styles from './answer.module.css'
import type { AnswerWords } from './words.ts'

type Visit = Reply<typeof repair.readAnswer>

const choices = ['yes', 'other', 'call'] as const
const thanks = { yes: 'thanksYes', other: 'thanksOther', call: 'thanksCall', 'by-phone': 'thanksPhone' } as const

/** Three answers; what was said is shown, and can be said anew. */
export function AnswerForm({
  token,
  visit,
  words,
}: {
  readonly token: string
  readonly visit: Visit
  readonly words: AnswerWords
}) {
  const { act, isPending } = useAct(repair.giveAnswer)
  const [hasFailed, setFailed] = useState(false)
  async function give(answer: (typeof choices)[number]) {
    setFailed(false)
    try {
      const given = await act({ token, answer })
      if (given.ok) queryClient.setQueryData(askKey(repair.readAnswer, { token }), given.value)
      else void queryClient.invalidateQueries({ queryKey: askKey(repair.readAnswer, { token }) })
    } catch {
      setFailed(true)
    }
  }
  return (
    <section className={styles.stack} aria-labelledby="answer-question">
      <h2 id="answer-question">{words.ask}</h2>
      <p role="status" className={styles.status}>
        {isPending && words.saving}
        {!isPending && visit.answer !== null && (
          <b>
            <span aria-hidden>✓ </span>
            {words.saved} {words[thanks[visit.answer]]}
          </b>
        )}
        {!isPending && visit.answer !== null && <span className={styles.quiet}> {words.change}</span>}
      </p>
      {hasFailed && <p role="alert">{words.failed}</p>}
      <div className={styles.choices}>
        {choices.map((choice) => (
          <Button
            key={choice}
            isFull
            size="lg"
            variant={visit.answer === choice || (visit.answer === null && choice === 'yes') ? 'go' : 'plain'}
            aria-pressed={visit.answer === choice}
            onPress={() => void give(choice)}
          >
            {words[choice]}
          </Button>
        ))}
      </div>
    </section>
  )
}
