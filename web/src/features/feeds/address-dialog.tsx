import { Copy } from 'lucide-react'
import { useState } from 'react'
import { Button, Dialog, TextField } from '../../ui/index.ts'
import styles from './feeds.module.css'
import { useWords } from './words.ts'

export interface AddressDialogProps {
  readonly name: string
  /** Where the feed answers on this server. */
  readonly path: string
  readonly onClose: () => void
}

/** The address, which is shown once and never again. */
export function AddressDialog({ name, path, onClose }: AddressDialogProps) {
  const { say } = useWords()
  const [told, setTold] = useState('')
  const address = `${window.location.origin}${path}`
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address)
      setTold(say('copied'))
    } catch {
      setTold(say('copyFailed'))
    }
  }
  return (
    <Dialog
      isOpen
      isAlert
      onClose={onClose}
      title={say('madeTitle', { name })}
      description={say('madeNext')}
      footer={
        <Button variant="go" onPress={onClose}>
          {say('done')}
        </Button>
      }
    >
      <div className={styles.copy}>
        <TextField label={say('address')} value={address} onChange={() => {}} isReadOnly isMono autoComplete="off" />
        <Button icon={Copy} onPress={() => void copy()} autoFocus>
          {say('copy')}
        </Button>
        <p role="status" className={styles.told}>
          {told}
        </p>
      </div>
      <h3 className={styles.where}>{say('where')}</h3>
      <ul className={styles.list}>
        <li>{say('whereGoogle')}</li>
        <li>{say('whereOutlook')}</li>
        <li>{say('whereApple')}</li>
      </ul>
    </Dialog>
  )
}
