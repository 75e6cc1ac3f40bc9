import { useState } from 'react'
import { Notice } from '../../../ui/index.ts'
import { useObjectUrl } from '../adding/use-object-url.ts'
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
  const url = useObjectUrl(blob)
  const [size, setSize] = useState<{ readonly width: number; readonly height: number } | null>(null)
  const [isBroken, setBroken] = useState(false)
  if (isBroken) return <Notice kind="warn">{say('cannotShow')}</Notice>
  if (!url) return null
  const { frame, picture } = turned(size ?? { width: 4, height: 3 }, zoom, turns)
  return (
    <div className={styles.frame} style={frame}>
      <img
        src={url}
        alt={title}
        style={picture}
        onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
          setSize({ width: naturalWidth, height: naturalHeight })
        }
        onError={() => setBroken(true)}
      />
    </div>
  )
}
