import { Camera } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button, Dialog, Notice } from '../../../ui/index.ts'
import styles from '../documents.module.css'
import { useWords } from '../use-words.ts'
import { BlobImage } from './blob-image.tsx'
import { canvasOf, jpegOf } from './canvas.ts'
import { FileButton } from './file-button.tsx'

export interface CameraDialogProps {
  readonly title: string
  readonly onTaken: (picture: Blob) => void
  readonly onClose: () => void
}

/** The camera of this machine; where there is none, or nobody allows it, the phone's own camera or a file. */
export function CameraDialog({ title, onTaken, onClose }: CameraDialogProps) {
  const { say } = useWords()
  const [taken, setTaken] = useState<Blob | null>(null)
  const { video, hasCamera } = useCamera(taken === null)
  const take = async () => {
    const { current: source } = video
    if (!source || source.videoWidth === 0) return
    const [canvas, context] = canvasOf({ width: source.videoWidth, height: source.videoHeight })
    context.drawImage(source, 0, 0)
    setTaken(await jpegOf(canvas, 0.9))
  }
  return (
    <Dialog
      isOpen
      staysOpen
      size="lg"
      onClose={onClose}
      title={title}
      description={say('cameraHelp')}
      footer={
        taken ? (
          <>
            <Button variant="go" autoFocus onPress={() => onTaken(taken)}>
              {say('useIt')}
            </Button>
            <Button onPress={() => setTaken(null)}>{say('again')}</Button>
          </>
        ) : (
          <>
            {hasCamera !== false && (
              <Button variant="go" icon={Camera} isDisabled={hasCamera === null} onPress={() => void take()}>
                {say('take')}
              </Button>
            )}
            <FileButton capture onFiles={([file]) => file && setTaken(file)}>
              {say('choosePicture')}
            </FileButton>
          </>
        )
      }
    >
      {hasCamera === false && !taken && <Notice kind="info">{say('noCamera')}</Notice>}
      {taken ? (
        <BlobImage blob={taken} alt={say('takenPicture')} className={styles.shot} />
      ) : (
        hasCamera !== false && (
          <video ref={video} className={styles.shot} muted playsInline aria-label={say('livePicture')} />
        )
      )}
    </Dialog>
  )
}

/** Whether the camera runs; null until it is known. It is let go as soon as it is not looked through any more. */
function useCamera(isWanted: boolean) {
  const video = useRef<HTMLVideoElement>(null)
  const [hasCamera, setHas] = useState<boolean | null>(null)
  useEffect(() => {
    if (!isWanted) return
    let stream: MediaStream | null = null
    let isOver = false
    const begin = async () => {
      try {
        const wish = { facingMode: 'environment', width: { ideal: 1920 }, height: { ideal: 1080 } }
        stream = await navigator.mediaDevices.getUserMedia({ video: wish, audio: false })
        if (isOver || !video.current) throw new Error('closed')
        video.current.srcObject = stream
        await video.current.play()
        if (!isOver) setHas(true)
      } catch {
        for (const track of stream?.getTracks() ?? []) track.stop()
        if (!isOver) setHas(false)
      }
    }
    void begin()
    return () => {
      isOver = true
      for (const track of stream?.getTracks() ?? []) track.stop()
    }
  }, [isWanted])
  return { video, hasCamera }
}
