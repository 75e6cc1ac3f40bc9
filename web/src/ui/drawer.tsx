import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { classNames } from './class-names.ts'
import styles from './drawer.module.css'
import { IconButton } from './icon-button.tsx'
import { ModalShortcuts } from './shortcuts/modal-shortcuts.tsx'
import { useWords } from './use-words.ts'

export type DrawerProps = {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly title: string
  readonly side?: 'end' | 'start'
  readonly footer?: ReactNode
  readonly children?: ReactNode
}

export function Drawer({ isOpen, onClose, title, side = 'end', footer, children }: DrawerProps) {
  const { say } = useWords()
  return (
    <ModalOverlay isOpen={isOpen} onOpenChange={(open) => !open && onClose()} isDismissable className={styles.veil}>
      <Modal className={classNames(styles.drawer, styles[side])}>
        <ModalShortcuts onClose={onClose} />
        <Dialog className={styles.dialog}>
          <header className={styles.header}>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <IconButton icon={X} label={say('close')} size="sm" onPress={onClose} />
          </header>
          <div className={styles.body}>{children}</div>
          {footer && <footer className={styles.footer}>{footer}</footer>}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
