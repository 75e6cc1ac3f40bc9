import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import styles from './dialog.module.css'
import { IconButton } from './icon-button.tsx'
import { ModalShortcuts } from './shortcuts/modal-shortcuts.tsx'
import { useWords } from './use-words.ts'

export type DialogProps = {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly title: string
  readonly description?: ReactNode
  readonly footer?: ReactNode
  readonly size?: 'sm' | 'md' | 'lg'
  /** A question that must be answered, read out at once; it stays open too. */
  readonly isAlert?: boolean
  /** Something is written in it: a stray click outside does not close it. */
  readonly staysOpen?: boolean
  readonly children?: ReactNode
}

export function Dialog(props: DialogProps) {
  const { isOpen, onClose, title, description, footer, size = 'md', isAlert, staysOpen, children } = props
  const { say } = useWords()
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={!isAlert && !staysOpen}
      className={styles.veil}
    >
      <Modal className={classNames(styles.modal, styles[size])}>
        <ModalShortcuts onClose={onClose} />
        <AriaDialog role={isAlert ? 'alertdialog' : 'dialog'} className={styles.dialog}>
          <header className={styles.header}>
            <div>
              <Heading slot="title" level={2}>
                {title}
              </Heading>
              {description && <p className={styles.description}>{description}</p>}
            </div>
            <IconButton icon={X} label={say('close')} size="sm" onPress={onClose} />
          </header>
          {children && <div className={styles.body}>{children}</div>}
          {footer && <footer className={styles.footer}>{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

export type ConfirmDialogProps = Pick<DialogProps, 'isOpen' | 'onClose' | 'title' | 'children'> & {
  readonly confirmLabel: string
  readonly onConfirm: () => void
  readonly isDanger?: boolean
  readonly isPending?: boolean
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  const { confirmLabel, onConfirm, isDanger, isPending, ...dialog } = props
  const { say } = useWords()
  const footer = (
    <>
      <Button variant={isDanger ? 'danger' : 'go'} onPress={onConfirm} isPending={isPending}>
        {confirmLabel}
      </Button>
      <Button onPress={dialog.onClose} autoFocus>
        {say('cancel')}
      </Button>
    </>
  )
  return <Dialog {...dialog} isAlert size="sm" footer={footer} />
}
