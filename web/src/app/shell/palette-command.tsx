import type { LucideIcon } from 'lucide-react'
import { Kbd } from '../../ui/index.ts'
import styles from './palette.module.css'

interface CommandProps {
  readonly icon: LucideIcon | undefined
  readonly label: string
  readonly keys?: string | undefined
}

export function Command({ icon: Icon, label, keys }: CommandProps) {
  return (
    <span className={styles.command}>
      {Icon && <Icon size={16} aria-hidden />}
      <span>{label}</span>
      {keys && (
        <span className={styles.keys} aria-hidden>
          <Kbd keys={keys} />
        </span>
      )}
    </span>
  )
}
