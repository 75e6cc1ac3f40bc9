import type { Book } from '../book.ts'
import styles from '../book.module.css'
import { Question } from '../frame.tsx'

export function WhatStep({ book }: { readonly book: Book }) {
  const { offer, say, language, change, go } = book
  if (offer.visitTypes.length === 0) return <Question lead={say('nothingLead')}>{say('nothing')}</Question>
  return (
    <>
      <Question lead={say('whatLead')}>{say('whatTitle')}</Question>
      <ul className={styles.choices}>
        {offer.visitTypes.map((kind) => {
          const [only, second] = kind.placeKeys
          const notes = [
            say('minutes', { count: kind.durationMinutes }),
            ...(kind.byVideo ? [say('byVideo')] : []),
            ...(kind.forNew ? [] : [say('knownOnly')]),
            say(kind.needsApproval || !offer.sendsCodes ? 'approvalFirst' : 'atOnce'),
          ]
          return (
            <li key={kind.key}>
              <button
                type="button"
                className={styles.choice}
                onClick={() => {
                  change({ kind: kind.key, place: second === undefined ? (only ?? null) : null })
                  go(second === undefined ? 'when' : 'where')
                }}
              >
                {language === 'es' ? kind.nameEs : kind.name}
                <small>{notes.join(' · ')}</small>
              </button>
            </li>
          )
        })}
      </ul>
    </>
  )
}
