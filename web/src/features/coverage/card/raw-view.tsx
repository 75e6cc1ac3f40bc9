import { eligibility } from '@foyer/contract'
import { useEffect, useRef, useState } from 'react'
import { useAsk } from '../../../app/ask.ts'
import { Answer } from '../../../app/states.tsx'
import { classNames, Segmented, Signal } from '../../../ui/index.ts'
import styles from './card.module.css'
import { useWords } from './use-words.ts'

export interface RawViewProps {
  readonly patientId: string
  readonly checkId: string
  /** The segment to look at; null: none in particular. */
  readonly marked: number | null
}

type Side = 'request' | 'response'

/** Question and answer as they went over the wire, segment by segment with their loops. Reading it stands in the trail. */
export function RawView({ patientId, checkId, marked }: RawViewProps) {
  const { say } = useWords()
  const [side, setSide] = useState<Side>('response')
  const asked = useAsk(eligibility.readRawCheck, { patientId, checkId, side }, { isWritten: true })
  const line = useRef<HTMLLIElement>(null)
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    // Whoever pressed a sentence goes on from its segment; the button that was pressed is gone.
    if (marked !== null) list.current?.focus()
    line.current?.scrollIntoView({ block: 'center' })
  }, [asked.data, marked])
  const sides = [
    { id: 'request', label: say('rawRequest') },
    { id: 'response', label: say('rawResponse') },
  ]
  return (
    <>
      <Segmented label={say('raw')} options={sides} value={side} onChange={(id) => setSide(id as Side)} />
      <Answer of={asked}>
        {({ segments, text, findings, isSandbox, isHolderKept }) => (
          <>
            {isSandbox && <p className={styles.small}>{say('sandbox')}</p>}
            {isHolderKept && <p className={styles.small}>{say('rawHolderKept')}</p>}
            {findings
              .filter(({ severity }) => severity === 'error')
              .map(({ segment, sentence }) => (
                <p key={`${segment} ${sentence}`}>
                  <Signal kind="warn">{sentence}</Signal>
                </p>
              ))}
            {segments.length === 0 ? (
              <p className={styles.small}>{text ?? say('rawNone')}</p>
            ) : (
              // A long list that scrolls must be reachable by keyboard.
              <ol ref={list} className={styles.raw} tabIndex={0} aria-label={say('raw')}>
                {segments.map(({ number, text: segment, loop, depth }, at) => {
                  const isMarked = side === 'response' && marked !== null && number === marked
                  return (
                    <li
                      key={`${number ?? at} ${segment}`}
                      ref={isMarked ? line : undefined}
                      aria-current={isMarked || undefined}
                      className={classNames(styles.segment, isMarked && styles.marked)}
                    >
                      <span className={styles.quiet}>{number}</span>
                      <span className={styles.quiet} title={say('loop', { loop })}>
                        {loop}
                      </span>
                      <span>
                        {'\u00A0'.repeat(depth)}
                        {segment}
                      </span>
                    </li>
                  )
                })}
              </ol>
            )}
          </>
        )}
      </Answer>
    </>
  )
}
