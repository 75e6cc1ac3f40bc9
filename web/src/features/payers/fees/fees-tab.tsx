import { payers } from '@foyer/contract'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useAsk } from '../../../app/ask.ts'
import { usePractice } from '../../../app/site.ts'
import { Answer } from '../../../app/states.tsx'
import { Button, EmptyState, Table, useShortcuts } from '../../../ui/index.ts'
import styles from '../payers.module.css'
import type { Schedule } from '../shapes.ts'
import { useDay } from '../use-day.ts'
import { useWords } from '../use-words.ts'
import { ImportDialog } from './import-dialog.tsx'
import { LookUpDialog } from './look-up-dialog.tsx'
import { ScalePart } from './scale-part.tsx'
import { TakeBackDialog } from './take-back-dialog.tsx'

/** Price lists with their versions, and what people with little income pay. */
export function FeesTab() {
  const { say, locale } = useWords()
  const { payers: known } = usePractice()
  const day = useDay()
  const asked = useAsk(payers.listFeeSchedules, {})
  const directory = useAsk(payers.readDirectory, {})
  const [isImporting, setImporting] = useState(false)
  const [looked, setLooked] = useState<Schedule | null>(null)
  const [goes, setGoes] = useState<Schedule | null>(null)
  const mayChange = asked.data?.can.change ?? false
  useShortcuts({ a: { label: say('importFees'), run: () => setImporting(true) } }, { isEnabled: mayChange })
  const lineOf = ({ kind, payerId, planId }: Schedule): string => {
    const payer = known.find(({ id }) => id === payerId)?.name ?? ''
    const plans = directory.data?.payers.find(({ id }) => id === payerId)?.plans ?? []
    const plan = plans.find(({ id }) => id === planId)?.name
    return plan === undefined ? say(`fees_${kind}`, { payer }) : say('fees_plan', { payer, plan })
  }
  const periodOf = ({ periodStart, periodEnd }: Schedule): string =>
    periodEnd === null
      ? say('fromDay', { day: day(periodStart) })
      : say('fromTo', { from: day(periodStart), to: day(periodEnd) })
  return (
    <Answer of={asked}>
      {({ schedules, steps, can, today }) => (
        <div className={styles.part}>
          <p className={styles.soft}>{say('feesLead')}</p>
          {can.change && (
            <div className={styles.bar}>
              <Button variant="go" icon={Plus} shortcut="a" onPress={() => setImporting(true)}>
                {say('importFees')}
              </Button>
            </div>
          )}
          <Table<Schedule>
            caption={say('fees')}
            hideCaption
            rows={schedules}
            getKey={({ id }) => id}
            empty={<EmptyState title={say('noFees')}>{say('noFeesNext')}</EmptyState>}
            columns={[
              { id: 'name', label: say('name'), isRowHeader: true, cell: ({ name }) => name },
              {
                id: 'kind',
                label: say('kind'),
                cell: lineOf,
              },
              { id: 'period', label: say('period'), cell: periodOf },
              { id: 'count', label: say('prices'), align: 'end', cell: ({ fees }) => fees.toLocaleString(locale) },
              {
                id: 'actions',
                label: say('actions'),
                cell: (one) => (
                  <span className={styles.bar}>
                    <Button
                      size="sm"
                      aria-label={say('lookUpNamed', { name: one.name })}
                      onPress={() => setLooked(one)}
                    >
                      {say('lookUp')}
                    </Button>
                    {can.change && one.isNewest && (
                      <Button
                        size="sm"
                        variant="quiet"
                        aria-label={say('takeBackNamed', { name: one.name })}
                        onPress={() => setGoes(one)}
                      >
                        {say('takeBack')}
                      </Button>
                    )}
                  </span>
                ),
              },
            ]}
          />
          <ScalePart steps={steps} mayChange={can.change} />
          {isImporting && <ImportDialog today={today} onClose={() => setImporting(false)} />}
          {looked && <LookUpDialog schedule={looked} onClose={() => setLooked(null)} />}
          {goes && <TakeBackDialog schedule={goes} onClose={() => setGoes(null)} />}
        </div>
      )}
    </Answer>
  )
}
