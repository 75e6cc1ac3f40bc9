import { useState } from 'react'
import { Answer } from '../../app/states.tsx'
import { Button, Notice } from '../../ui/index.ts'
import styles from './estimates.module.css'
import { PriceView } from './price-view.tsx'
import { useNoteAsked } from './use-note-asked.ts'
import { type CostOf, useWish, type Wish } from './use-wish.ts'
import { useWords } from './use-words.ts'
import { WishFields } from './wish-fields.tsx'

/** The answer to "What would that cost?" beside a visit: opened when somebody asks. Nothing is stored unless they want it written. */
export function CostPanel({ of }: { readonly of: CostOf }) {
  const { say } = useWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <section className={styles.cost} aria-label={say('whatCost')}>
      <Button size="sm" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
        {say(isOpen ? 'hideCost' : 'whatCost')}
      </Button>
      {isOpen && <Open key={of.patientId} of={of} />}
    </section>
  )
}

function Open({ of }: { readonly of: CostOf }) {
  const { say } = useWords()
  const wish = useWish(of, { pays: 'insured' })
  return (
    <>
      <WishFields wish={wish} isForNobody={of.patientId === null} />
      <Answer of={wish.asked}>
        {(price) => (
          <>
            {of.patientId !== null && wish.pays === 'insured' && price.pays === 'self-pay' && (
              <p className={styles.quiet}>{say('noCover')}</p>
            )}
            <PriceView price={price} />
            {of.patientId !== null && price.can.want && (
              <NoteAsked of={{ ...of, patientId: of.patientId }} wish={wish} />
            )}
          </>
        )}
      </Answer>
    </>
  )
}

interface NoteAskedProps {
  readonly of: CostOf & { readonly patientId: string }
  readonly wish: Wish
}

/** What was told by word of mouth is owed in writing too when somebody asked. */
function NoteAsked({ of, wish }: NoteAskedProps) {
  const { say } = useWords()
  const asking = useNoteAsked(of.patientId)
  const [isNoted, setNoted] = useState(false)
  const { appointmentId, visitTypeId, siteId, date } = of
  const { pays, procedures } = wish
  const note = async () => setNoted(await asking.note({ appointmentId, visitTypeId, siteId, date, pays, procedures }))
  return (
    <>
      {isNoted ? (
        <p className={styles.quiet}>{say('askedNoted')}</p>
      ) : (
        <Button size="sm" isPending={asking.isPending} onPress={() => void note()}>
          {say('askWritten')}
        </Button>
      )}
      {asking.failure && <Notice kind="bad">{asking.failure}</Notice>}
    </>
  )
}
