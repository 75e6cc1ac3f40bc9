import { formatCents } from './format.ts'
import styles from './price.module.css'
import { useWords } from './use-words.ts'

export type PriceProps = { readonly cents: number; readonly currency?: string; readonly size?: 'md' | 'lg' }

export function Price({ cents, currency = 'USD', size = 'md' }: PriceProps) {
  const { locale } = useWords()
  return <b className={styles[size]}>{formatCents(cents, currency, locale)}</b>
}
