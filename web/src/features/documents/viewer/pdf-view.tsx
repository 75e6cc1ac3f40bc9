import { useEffect, useRef, useState } from 'react'
import { Notice, Skeleton } from '../../../ui/index.ts'
import styles from '../documents.module.css'
import { openPdf, type Pdf } from '../pdf.ts'
import { useWords } from '../use-words.ts'
import { turned } from './turned.ts'

export interface PdfViewProps {
  readonly blob: Blob
  readonly zoom: number
  readonly turns: number
}

/** More are seldom looked at on a screen, and each is megabytes of pixels. */
const MOST_PAGES = 30

export function PdfView({ blob, zoom, turns }: PdfViewProps) {
  const { say } = useWords()
  const [pdf, setPdf] = useState<Pdf | null>(null)
  const [isBroken, setBroken] = useState(false)
  useEffect(() => {
    let opened: Pdf | null = null
    let isOver = false
    const open = async () => {
      try {
        opened = await openPdf(new Uint8Array(await blob.arrayBuffer()))
        if (isOver) await opened.close()
        else setPdf(opened)
      } catch {
        if (!isOver) setBroken(true)
      }
    }
    void open()
    return () => {
      isOver = true
      void opened?.close()
    }
  }, [blob])
  if (isBroken) return <Notice kind="warn">{say('cannotShow')}</Notice>
  if (!pdf) return <Skeleton lines={8} label={say('loading')} />
  const shown = Math.min(pdf.pages, MOST_PAGES)
  return (
    <>
      {Array.from({ length: shown }, (_, index) => (
        <PdfPage key={index} pdf={pdf} page={index + 1} zoom={zoom} turns={turns} />
      ))}
      {shown < pdf.pages && <p className={styles.help}>{say('pages', { at: shown, of: pdf.pages })}</p>}
    </>
  )
}

function PdfPage({
  pdf,
  page,
  zoom,
  turns,
}: {
  readonly pdf: Pdf
  readonly page: number
  readonly zoom: number
  readonly turns: number
}) {
  const { say } = useWords()
  const holder = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState({ width: 85, height: 110 })
  const sharpness = zoom > 1.5 ? 2600 : 1500
  useEffect(() => {
    let isOver = false
    const draw = async () => {
      const canvas = await pdf.draw(page, sharpness)
      if (isOver) return
      canvas.setAttribute('role', 'img')
      canvas.setAttribute('aria-label', say('page', { at: page }))
      holder.current?.replaceChildren(canvas)
      setSize({ width: canvas.width, height: canvas.height })
    }
    void draw().catch(() => {})
    return () => {
      isOver = true
    }
  }, [pdf, page, sharpness, say])
  const { frame, picture } = turned(size, zoom, turns)
  return (
    <div className={styles.frame} style={frame}>
      <div ref={holder} className={styles.sheet} style={picture} />
    </div>
  )
}
