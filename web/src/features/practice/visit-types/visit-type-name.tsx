import page from '../practice.module.css'
import type { VisitType } from '../shapes.ts'
import { useWords } from '../use-words.ts'
import styles from './visit-types.module.css'

/** Both names, and how to prepare, each marked with its language. */
export function VisitTypeName({ visitType }: { readonly visitType: VisitType }) {
  const { say } = useWords()
  const { name, nameEs, prep, prepEs } = visitType
  return (
    <>
      <span lang="en">{name}</span>
      <span lang="es" className={`${page.small} ${page.block}`}>
        {nameEs}
      </span>
      {(prep !== null || prepEs !== null) && (
        <details className={page.more}>
          <summary>{say('prep')}</summary>
          {prep !== null && (
            <p lang="en" className={styles.prep}>
              {prep}
            </p>
          )}
          {prepEs !== null && (
            <p lang="es" className={styles.prep}>
              {prepEs}
            </p>
          )}
        </details>
      )}
    </>
  )
}
