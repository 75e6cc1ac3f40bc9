import { Button, Dialog } from '../../../ui/index.ts'
import { CopyBox } from '../copy-box.tsx'
import { useWords } from '../use-words.ts'

export interface SecretDialogProps {
  readonly title: string
  readonly next: string
  readonly label: string
  readonly secret: string
  readonly onClose: () => void
}

/** What is shown once and never again. */
export function SecretDialog({ title, next, label, secret, onClose }: SecretDialogProps) {
  const { say } = useWords()
  return (
    <Dialog
      isOpen
      isAlert
      onClose={onClose}
      title={title}
      description={next}
      footer={
        <Button variant="go" onPress={onClose}>
          {say('done')}
        </Button>
      }
    >
      <CopyBox label={label} value={secret} />
    </Dialog>
  )
}
