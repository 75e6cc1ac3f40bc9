import { documents } from '@foyer/contract'
import { useState } from 'react'
import { addressOf } from '../../app/client.ts'
import { Avatar } from '../../ui/index.ts'
import styles from './documents.module.css'
import { useWords } from './use-words.ts'

export interface PersonPhotoProps {
  readonly patientId: string
  readonly name: string
  readonly documentId: string | null
}

/** The person's picture beside their name; initials where there is none. */
export function PersonPhoto({ patientId, name, documentId }: PersonPhotoProps) {
  const { say } = useWords()
  const [broken, setBroken] = useState<string | null>(null)
  if (documentId === null || broken === documentId) return <Avatar name={name} size="lg" />
  return (
    <img
      // Another photo is another address for the browser.
      src={`${addressOf(documents.readPhoto, { patientId })}?${documentId}`}
      alt={say('photoOf', { name })}
      className={styles.photo}
      onError={() => setBroken(documentId)}
    />
  )
}
