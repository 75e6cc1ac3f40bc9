import { eligibility } from '@foyer/contract'
import { useEffect, useRef } from 'react'
import { useAsk } from '../../../app/ask.ts'
import { Answer } from '../../../app/states.tsx'
import styles from './card.module.css'
import { useWords } from './use-words.ts'

export interface SegmentViewProps {
  readonly patientId: string
  readonly checkId: string
  readonly number: number
}

/** The segment that a sentence rests on, element by element, with what each says. Reading it stands in the trail. */
export function SegmentView({ patientId, checkId, number }: SegmentViewProps) {
  const { say, locale: language } = useWords()
  const asked = useAsk(eligibility.readCheckSegment, { patientId, checkId, number, language }, { isWritten: true })
  const top = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Whoever pressed a sentence goes on from its segment; the button that was pressed is gone.
    top.current?.focus()
  }, [asked.data])
  return (
    <Answer of={asked}>
      {({ tag, text, elements, isSandbox, isHolderKept }) => {
        const title = say('segment', { number: String(number), tag })
        return (
          <div ref={top} className={styles.opened} role="group" aria-label={title} tabIndex={-1}>
            <h3>{title}</h3>
            {isSandbox && <p className={styles.small}>{say('sandbox')}</p>}
            {isHolderKept && <p className={styles.small}>{say('rawHolderKept')}</p>}
            <p className={styles.wire}>{text}</p>
            <dl className={styles.facts}>
              {elements.map(({ element, name, value, says }) => (
                <ElementOf key={element} element={element} name={name} value={value} says={says} />
              ))}
            </dl>
          </div>
        )
      }}
    </Answer>
  )
}

interface ElementProps {
  readonly element: string
  readonly name: string | null
  readonly value: string
  readonly says: string | null
}

function ElementOf({ element, name, value, says }: ElementProps) {
  return (
    <>
      <dt>
        {element}
        {name !== null && `, ${name}`}
      </dt>
      <dd className={styles.wrap}>
        {says ?? value} {says !== null && <span className={styles.small}>({value})</span>}
      </dd>
    </>
  )
}
