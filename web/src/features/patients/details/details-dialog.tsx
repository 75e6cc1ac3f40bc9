import type { ReactNode } from 'react'
import { Button, Dialog, FormLayout } from '../../../ui/index.ts'
import { MeanwhileList } from '../meanwhile/meanwhile-list.tsx'
import type { Meanwhile } from '../meanwhile/use-meanwhile.ts'
import { useWords } from './use-words.ts'

export interface DetailsDialogProps {
  readonly title: string
  readonly description?: ReactNode
  readonly fault: string | null
  readonly meanwhile: Meanwhile
  readonly isPending: boolean
  readonly onSave: () => void
  readonly onClose: () => void
  /** Where it can be taken away altogether. */
  readonly onRemove?: (() => void) | undefined
  readonly saveLabel?: string
  readonly removeLabel?: string
  readonly size?: 'md' | 'lg'
  readonly children: ReactNode
}

/** One small form of the details: what stands against it, the fields, save. */
export function DetailsDialog(props: DetailsDialogProps) {
  const { title, description, fault, meanwhile, isPending, onSave, onClose, onRemove, size = 'md', children } = props
  const { saveLabel, removeLabel } = props
  const { say } = useWords()
  return (
    <Dialog isOpen staysOpen onClose={onClose} size={size} title={title} description={description}>
      <FormLayout
        label={title}
        onSubmit={onSave}
        errors={fault === null ? [] : [{ text: fault }]}
        actions={
          <>
            <Button type="submit" variant="go" isPending={isPending}>
              {saveLabel ?? say('save')}
            </Button>
            <Button onPress={onClose}>{say('cancel')}</Button>
            {onRemove && (
              <Button variant="danger" onPress={onRemove}>
                {removeLabel ?? say('remove')}
              </Button>
            )}
          </>
        }
      >
        <MeanwhileList of={meanwhile} />
        {children}
      </FormLayout>
    </Dialog>
  )
}
