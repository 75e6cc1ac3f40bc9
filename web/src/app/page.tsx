import { type ReactNode, useEffect } from 'react'
import { classNames } from '../ui/index.ts'
import styles from './page.module.css'

/** Names the page in the tab and in the history of the browser: never with anything about a person's health. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Foyer`
  }, [title])
}

export interface PageProps {
  /** Name of the page for the tab; the heading is the page's own. */
  readonly title: string
  readonly width?: 'narrow' | 'wide'
  readonly children: ReactNode
}

export function Page({ title, width = 'wide', children }: PageProps) {
  usePageTitle(title)
  return <div className={classNames(styles.page, styles[width])}>{children}</div>
}
