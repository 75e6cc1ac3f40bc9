import type { ReactNode } from 'react'
import { Button, Dialog, FormLayout, Notice } from '../../ui/index.ts'
import styles from './payers.module.css'
import { useWords } from './use-words.ts'

export interface FormDialogProps {
  readonly title: string
  readonly description?: string
  readonly size?: 'md' | 'lg'
  readonly failure: string | null
  readonly isPending: boolean
  readonly saveLabel?: string
  readonly isReady?: boolean
  readonly onSave: () => void
  readonly onClose: () => void
  /** Beside the buttons: what else can be done. */
  readonly more?: ReactNode
  readonly children: ReactNode
}

/** A form in a window that a stray click does not close. */
export function FormDialog(props: FormDialogProps) {
  const { title, description, size, failure, isPending, saveLabel, isReady = true, onSave, onClose, more } = props
  const { say } = useWords()
  return (
    <Dialog isOpen staysOpen onClose={onClose} title={title} description={description} size={size}>
      <FormLayout
        label={title}
        onSubmit={() => !isPending && isReady && onSave()}
        actions={
          <>
            <Button type="submit" variant="go" isPending={isPending} isDisabled={!isReady}>
              {saveLabel ?? say('save')}
            </Button>
            <Button onPress={onClose}>{say('cancel')}</Button>
            {more}
          </>
        }
      >
        {failure && (
          <div className={styles.before}>
            <Notice kind="bad">{failure}</Notice>
          </div>
        )}
        {props.children}
      </FormLayout>
    </Dialog>
  )
}
