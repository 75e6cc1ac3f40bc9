import { Skeleton } from '../../../ui/index.ts'
import styles from '../calendar.module.css'
import { useWords } from '../words.ts'

export function GridSkeleton() {
  const { say } = useWords()
  return (
    <div className={styles.skeleton}>
      <Skeleton kind="card" lines={3} label={say('loadingDay')} />
      <Skeleton kind="card" lines={3} label="" />
      <Skeleton kind="card" lines={3} label="" />
    </div>
  )
}
