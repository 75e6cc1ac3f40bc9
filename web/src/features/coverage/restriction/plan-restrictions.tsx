import { planRestrictions } from '@foyer/contract'
import { useState } from 'react'
import { useAct, useAsk } from '../../../app/ask.ts'
import { Answer } from '../../../app/states.tsx'
import { Button, Panel, showToast, Signal } from '../../../ui/index.ts'
import styles from '../card/card.module.css'
import { NoteDialog } from './note-dialog.tsx'
import { refreshRestrictions } from './refresh.ts'
import { type Restriction, useRestrictionText, useWords } from './use-words.ts'

/** What the patient asked not to be told to their health plan: noted, dated, taken back. */
export function PlanRestrictions({ patientId }: { readonly patientId: string }) {
  const { say } = useWords()
  const { what, noted, ended } = useRestrictionText()
  const asked = useAsk(planRestrictions.listPlanRestrictions, { patientId })
  const { act, isPending } = useAct(planRestrictions.endPlanRestriction)
  const [isOpen, setOpen] = useState(false)
  const takeBack = async (restriction: Restriction) => {
    try {
      const result = await act({ patientId, restrictionId: restriction.id })
      await refreshRestrictions()
      showToast(
        result.ok
          ? { text: say('endedNow'), kind: 'ok' }
          : { text: say(`refused_${result.error.reason}`), kind: 'warn' },
      )
    } catch {
      showToast({ text: say('failed'), kind: 'bad' })
    }
  }
  const mayChange = asked.data?.can.change === true
  return (
    <Panel
      title={say('title')}
      aside={
        mayChange && (
          <Button size="sm" variant="quiet" onPress={() => setOpen(true)}>
            {say('note')}
          </Button>
        )
      }
    >
      <Answer of={asked}>
        {({ restrictions, visits }) => {
          const [open, over] = [true, false].map((is) =>
            restrictions.filter(({ endedAt }) => (endedAt === null) === is),
          )
          return (
            <>
              {open?.length === 0 && <p className={styles.small}>{say('none')}</p>}
              <ul className={styles.lines}>
                {open?.map((one) => (
                  <li key={one.id} className={styles.actions}>
                    <Signal kind="warn">{what(one)}</Signal>
                    <span className={styles.small}>{[noted(one), one.remarks].filter(Boolean).join(' · ')}</span>
                    {mayChange && (
                      <Button
                        size="sm"
                        variant="quiet"
                        aria-label={say('takeBackLabel', { what: what(one) })}
                        isPending={isPending}
                        onPress={() => void takeBack(one)}
                      >
                        {say('takeBack')}
                      </Button>
                    )}
                  </li>
                ))}
              </ul>
              <p className={styles.small}>{say('why')}</p>
              {over !== undefined && over.length > 0 && (
                <details>
                  <summary>{say('before')}</summary>
                  <ul className={styles.lines}>
                    {over.map((one) => (
                      <li key={one.id} className={styles.small}>
                        {[what(one), noted(one), ended(one), one.remarks].filter(Boolean).join(' · ')}
                      </li>
                    ))}
                  </ul>
                </details>
              )}
              {isOpen && <NoteDialog patientId={patientId} visits={visits} onClose={() => setOpen(false)} />}
            </>
          )
        }}
      </Answer>
    </Panel>
  )
}
