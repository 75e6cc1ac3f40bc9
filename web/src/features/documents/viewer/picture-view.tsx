import { useState } from 'react'
import { Notice } from '../../../ui/index.ts'
import { BlobImage } from '../adding/blob-image.tsx'
import styles from '../documents.module.css'
import { useWords } from '../use-words.ts'
import { turned } from './turned.ts'

export interface PictureViewProps {
  readonly blob: Blob
  readonly title: string
  /** 1: fits its frame. */
  readonly zoom: number
  /** Quarters, clockwise. */
  readonly turns: number
}

export function PictureView({ blob, title, zoom, turns }: PictureViewProps) {
  const { say } = useWords()
  const [size, setSize] = useState<{ readonly width: number; readonly height: number } | null>(null)
  const [isBroken, setBroken] = useState(false)
  if (isBroken) return <Notice kind="warn">{say('cannotShow')}</Notice>
  const { frame, picture } = turned(size ?? { width: 4, height: 3 }, zoom, turns)
  return (
    <div className={styles.frame} style={frame}>
      <BlobImage blob={blob} alt={title} style={picture} onSize={setSize} onBroken={() => setBroken(true)} />
    </div>
  )
}
