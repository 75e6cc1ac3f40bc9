import { record } from '@foyer/contract'
import { useAsk } from '../../../app/ask.ts'
import { Answer } from '../../../app/states.tsx'
import { BackgroundGroup } from './background-group.tsx'
import styles from './details.module.css'
import { CareGroup } from './care-group.tsx'
import { HomeGroup } from './home-group.tsx'
import { LanguagesGroup } from './languages-group.tsx'
import { NamesGroup } from './names-group.tsx'
import { ReachGroup } from './reach-group.tsx'
import { WorkGroup } from './work-group.tsx'

/** What is known of a person, group by group, each with a small form of its own. */
export function DetailsSection({ patientId }: { readonly patientId: string }) {
  const asked = useAsk(record.readRecord, { patientId })
  return (
    <Answer of={asked}>
      {({ can, ...details }) => (
        <div className={styles.columns}>
          <div>
            <NamesGroup details={details} mayChange={can.change} />
            <ReachGroup details={details} mayChange={can.change} />
            <HomeGroup details={details} mayChange={can.change} />
          </div>
          <div>
            <LanguagesGroup details={details} mayChange={can.change} />
            <BackgroundGroup details={details} mayChange={can.change} />
            <CareGroup details={details} mayChange={can.change} />
            <WorkGroup details={details} mayChange={can.change} />
          </div>
        </div>
      )}
    </Answer>
  )
}
