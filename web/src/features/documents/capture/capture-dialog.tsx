import { Camera, Image } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button, Checkbox, Dialog, Notice, ProgressBar } from '../../../ui/index.ts'
import { BlobImage } from '../adding/blob-image.tsx'
import { CameraDialog } from '../adding/camera-dialog.tsx'
import { FileButton } from '../adding/file-button.tsx'
import { useDropped } from '../adding/use-dropped.ts'
import styles from '../documents.module.css'
import { useWords } from '../use-words.ts'

export interface CaptureDialogProps {
  readonly title: string
  readonly help: string
  readonly picture: Blob | null
  readonly onPicture: (picture: Blob) => void
  readonly isReading: boolean
  readonly fault: string | null
  /** How many values are ticked. */
  readonly count: number
  /** Null where a picture cannot be kept: the person has no record yet, and nobody asked for one. */
  readonly keep: { readonly isKept: boolean; readonly onKeep: (isKept: boolean) => void } | null
  readonly onConfirm: () => void
  readonly onClose: () => void
  /** What was read; absent until something was. */
  readonly children: ReactNode
}

/** The picture on the one side, what was read from it on the other. */
export function CaptureDialog(props: CaptureDialogProps) {
  const { title, help, picture, onPicture, isReading, fault, count, keep, onConfirm, onClose, children } = props
  const { say } = useWords()
  const [isTaking, setTaking] = useState(false)
  const isOver = useDropped(([file]) => file && onPicture(file), !isTaking)
  const another = (
    <>
      <FileButton capture icon={Image} onFiles={([file]) => file && onPicture(file)}>
        {say('choosePicture')}
      </FileButton>
      <Button icon={Camera} onPress={() => setTaking(true)}>
        {say('camera')}
      </Button>
    </>
  )
  if (isTaking)
    return (
      <CameraDialog
        title={title}
        onClose={() => setTaking(false)}
        onTaken={(file) => {
          setTaking(false)
          onPicture(file)
        }}
      />
    )
  return (
    <Dialog
      isOpen
      staysOpen
      size={children ? 'lg' : 'md'}
      onClose={onClose}
      title={title}
      description={help}
      footer={
        <>
          {children && (
            <Button variant="go" isDisabled={count === 0} onPress={onConfirm}>
              {count === 0 ? say('takeNone') : say('takeOver', { count })}
            </Button>
          )}
          {another}
          <Button variant="quiet" onPress={onClose}>
            {say('cancel')}
          </Button>
        </>
      }
    >
      <div className={styles.capture} data-over={isOver || undefined}>
        {picture && <BlobImage blob={picture} alt={say('cardPicture')} className={styles.shot} />}
        <div className={styles.read}>
          {isReading && <ProgressBar label={say('reading')} />}
          {fault && !isReading && <Notice kind="warn">{fault}</Notice>}
          {children && (
            <>
              <h3>{say('proposed')}</h3>
              <p className={styles.help}>{say('proposedHelp')}</p>
              {children}
              {keep && (
                <Checkbox isSelected={keep.isKept} onChange={keep.onKeep}>
                  {say('keepPicture')}
                </Checkbox>
              )}
            </>
          )}
        </div>
      </div>
    </Dialog>
  )
}
