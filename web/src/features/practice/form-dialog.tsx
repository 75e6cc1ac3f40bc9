import type { ReactNode } from 'react'
import { Button, Dialog, type FormFault, FormLayout, Notice } from '../../ui/index.ts'
import { useWords } from './use-words.ts'

export interface FormDialogProps {
  readonly title: string
  readonly description?: string
  readonly size?: 'md' | 'lg'
  readonly errors: readonly FormFault[]
  readonly failure: string | null
  readonly isPending: boolean
  readonly saveLabel?: string
  readonly onSave: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A form in a window that a stray click does not close. */
export function FormDialog(props: FormDialogProps) {
  const { title, description, size, errors, failure, isPending, saveLabel, onSave, onClose, children } = props
  const { say } = useWords()
  return (
    <Dialog isOpen staysOpen onClose={onClose} title={title} description={description} size={size}>
      <FormLayout
        label={title}
        onSubmit={() => !isPending && onSave()}
        errors={errors}
        actions={
          <>
            <Button type="submit" variant="go" isPending={isPending}>
              {saveLabel ?? say('save')}
            </Button>
            <Button onPress={onClose}>{say('cancel')}</Button>
          </>
        }
      >
        {failure === null ? null : <Notice kind="bad">{failure}</Notice>}
        {children}
      </FormLayout>
    </Dialog>
  )
}
