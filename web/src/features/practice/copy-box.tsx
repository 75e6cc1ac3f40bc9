import { Copy } from 'lucide-react'
import { useState } from 'react'
import { Button, TextField } from '../../ui/index.ts'
import styles from './practice.module.css'
import { useWords } from './use-words.ts'

/** A secret to take along: shown once, copied by a press. */
export function CopyBox({ label, value }: { readonly label: string; readonly value: string }) {
  const { say } = useWords()
  const [told, setTold] = useState('')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value)
      setTold(say('copied'))
    } catch {
      setTold(say('copyFailed'))
    }
  }
  return (
    <div className={styles.copy}>
      <TextField label={label} value={value} onChange={() => {}} isReadOnly isMono autoComplete="off" />
      <Button icon={Copy} onPress={() => void copy()} autoFocus>
        {say('copy')}
      </Button>
      <p role="status" className={styles.small}>
        {told}
      </p>
    </div>
  )
}
