import { documents as contract } from '@foyer/contract'
import { ArrowLeft, ArrowRight, Download, Maximize, RotateCw, ZoomIn, ZoomOut } from 'lucide-react'
import { useState } from 'react'
import { addressOf } from '../../../app/client.ts'
import { Fault } from '../../../app/states.tsx'
import { Dialog, IconButton, Skeleton, useShortcuts } from '../../../ui/index.ts'
import styles from '../documents.module.css'
import type { ListedDocument } from '../shapes.ts'
import { useWords } from '../use-words.ts'
import { PdfView } from './pdf-view.tsx'
import { PictureView } from './picture-view.tsx'
import { useContent } from './use-content.ts'

export interface ViewerProps {
  readonly patientId: string
  /** In the order of the list. */
  readonly documents: readonly ListedDocument[]
  readonly document: ListedDocument
  readonly onChange: (id: string) => void
  readonly onClose: () => void
}

const steps = [1, 1.5, 2, 3, 4] as const

export function Viewer({ patientId, documents, document: it, onChange, onClose }: ViewerProps) {
  const { say } = useWords()
  const [look, setLook] = useState({ id: it.id, step: 0, turns: 0 })
  const { step, turns } = look.id === it.id ? look : { step: 0, turns: 0 }
  const set = (part: Partial<typeof look>) => setLook({ id: it.id, step, turns, ...part })
  const content = useContent(patientId, it.id)
  const at = documents.findIndex(({ id }) => id === it.id)
  const go = (by: number) => {
    const next = documents[at + by]
    if (next) onChange(next.id)
  }
  const zoom = (by: number) => set({ step: Math.max(0, Math.min(steps.length - 1, step + by)) })
  const download = () => window.open(addressOf(contract.downloadDocument, { patientId, documentId: it.id }), '_self')
  return (
    <Dialog isOpen size="lg" onClose={onClose} title={it.title} description={say(`type_${it.type}`)}>
      <ViewerKeys
        go={go}
        zoom={zoom}
        turn={() => set({ turns: turns + 1 })}
        fit={() => set({ step: 0 })}
        download={download}
      />
      <div className={styles.tools} role="toolbar" aria-label={say('viewer')}>
        <IconButton
          icon={ArrowLeft}
          label={say('previous')}
          shortcut="ArrowLeft"
          isDisabled={at <= 0}
          onPress={() => go(-1)}
        />
        <span className={styles.place}>{say('place', { at: at + 1, of: documents.length })}</span>
        <IconButton
          icon={ArrowRight}
          label={say('next')}
          shortcut="ArrowRight"
          isDisabled={at >= documents.length - 1}
          onPress={() => go(1)}
        />
        <IconButton
          icon={ZoomOut}
          label={say('zoomOut')}
          shortcut="-"
          isDisabled={step === 0}
          onPress={() => zoom(-1)}
        />
        <IconButton icon={Maximize} label={say('fit')} shortcut="0" onPress={() => set({ step: 0 })} />
        <IconButton
          icon={ZoomIn}
          label={say('zoomIn')}
          shortcut="+"
          isDisabled={step === steps.length - 1}
          onPress={() => zoom(1)}
        />
        <IconButton icon={RotateCw} label={say('rotate')} shortcut="R" onPress={() => set({ turns: turns + 1 })} />
        <IconButton icon={Download} label={say('download')} shortcut="D" onPress={download} />
      </div>
      {/* Scrolled by keys once it is larger than its frame. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles.stage} tabIndex={0} role="group" aria-label={it.title}>
        {content.state === 'loading' && <Skeleton lines={8} label={say('loading')} />}
        {content.state === 'failed' && <Fault error={content.error} />}
        {content.state === 'here' &&
          (it.contentType === 'application/pdf' ? (
            <PdfView key={it.id} blob={content.blob} zoom={steps[step] ?? 1} turns={turns} />
          ) : (
            <PictureView key={it.id} blob={content.blob} title={it.title} zoom={steps[step] ?? 1} turns={turns} />
          ))}
      </div>
    </Dialog>
  )
}

interface Keys {
  readonly go: (by: number) => void
  readonly zoom: (by: number) => void
  readonly turn: () => void
  readonly fit: () => void
  readonly download: () => void
}

/** Bound from inside the dialog, where they stand before those of the page. */
function ViewerKeys({ go, zoom, turn, fit, download }: Keys) {
  const { say } = useWords()
  useShortcuts(
    {
      ArrowLeft: { label: say('previous'), run: () => go(-1) },
      ArrowRight: { label: say('next'), run: () => go(1) },
      '+': { label: say('zoomIn'), run: () => zoom(1) },
      '-': { label: say('zoomOut'), run: () => zoom(-1) },
      '0': { label: say('fit'), run: fit },
      r: { label: say('rotate'), run: turn },
      d: { label: say('download'), run: download },
    },
    { scope: 'dialog' },
  )
  return null
}
