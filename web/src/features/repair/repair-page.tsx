import { repair } from '@foyer/contract'
import { Link, useParams } from '@tanstack/react-router'
import { useAsk } from '../../app/ask.ts'
import { Page } from '../../app/page.tsx'
import { Answer } from '../../app/states.tsx'
import { RepairView } from './repair-view.tsx'
import styles from './repair.module.css'
import { useWords } from './use-words.ts'

export function RepairPage() {
  const { say } = useWords()
  const { repairId } = useParams({ from: '/repair/$repairId' })
  const answer = useAsk(repair.readRepair, { repairId })
  return (
    <Page title={say('title')}>
      <p className={styles.small}>
        <Link to="/repair">← {say('back')}</Link>
      </p>
      <Answer of={answer}>{(plan) => <RepairView key={plan.id} plan={plan} />}</Answer>
    </Page>
  )
}
