import { useState } from 'react'
import { Answer } from '../../app/states.tsx'
import { Button } from '../../ui/index.ts'
import styles from './estimates.module.css'
import { PriceView } from './price-view.tsx'
import { type CostOf, useWish } from './use-wish.ts'
import { useWords } from './use-words.ts'
import { WishFields } from './wish-fields.tsx'

/** The answer to "What would that cost?" beside a visit: opened when somebody asks. Nothing is stored. */
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
          </>
        )}
      </Answer>
    </>
  )
}
