import type { ReactNode } from 'react'
import styles from './skip-link.module.css'

/** The first stop of the Tab key: jumps over the navigation to `href` (an id with `tabIndex={-1}`). */
export function SkipLink({ href, children }: { readonly href: `#${string}`; readonly children: ReactNode }) {
  return (
    <a href={href} className={styles.link}>
      {children}
    </a>
  )
}
