import type { ReactNode } from 'react'
import { Button, Dialog, FormLayout, Notice } from '../../ui/index.ts'
import styles from './relatives.module.css'
import { useWords } from './use-words.ts'

export interface FormDialogProps {
  readonly title: string
  readonly description?: string
  readonly failure: string | null
  readonly isPending: boolean
  readonly confirmLabel?: string
  readonly isDanger?: boolean
  readonly onSave: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

export function FormDialog(props: FormDialogProps) {
  const { title, description, failure, isPending, confirmLabel, isDanger, onSave, onClose, children } = props
  const { say } = useWords()
  return (
    <Dialog isOpen staysOpen onClose={onClose} title={title} {...(description ? { description } : {})}>
      {failure && (
        <div className={styles.before}>
          <Notice kind="bad">{failure}</Notice>
        </div>
      )}
      <FormLayout
        label={title}
        onSubmit={onSave}
        actions={
          <>
            <Button type="submit" variant={isDanger ? 'danger' : 'go'} isPending={isPending}>
              {confirmLabel ?? say('save')}
            </Button>
            <Button onPress={onClose}>{say('cancel')}</Button>
          </>
        }
      >
        {children}
      </FormLayout>
    </Dialog>
  )
}
