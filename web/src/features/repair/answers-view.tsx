import { displayName } from '@foyer/patients'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button, buttonClass, EmptyState, SelectableList, Signal, useShortcuts } from '../../ui/index.ts'
import { TwoIdentifiers } from '../patients/index.ts'
import styles from './repair.module.css'
import type { Repair } from './shapes.ts'
import { answerState, placesOf, timesOf, whenText } from './texts.ts'
import type { RepairActs } from './use-repair.ts'
import { useWords } from './use-words.ts'

/** Who was told and what they say: people who need something first, then those nobody has heard of. */
export function AnswersView({ plan, acts }: { readonly plan: Repair; readonly acts: RepairActs }) {
  const words = useWords()
  const { say, locale } = words
  const { timeZone } = plan
  const visits = plan.items
    .filter(({ toldAt }) => toldAt !== null)
    .map((item) => ({ item, ...placesOf(item), before: item.before.start }))
  const seats = plan.given.flatMap((group) =>
    group.told.map((item) => ({ item, ...timesOf(group), before: group.beforeStart })),
  )
  const told = [...visits, ...seats]
    .map((one) => ({ ...one, state: answerState(one.item, words) }))
    .toSorted((a, b) => a.state.rank - b.state.rank || (a.before < b.before ? -1 : 1))
  const [selected, setSelected] = useState<string | null>(null)
  const current = told.find(({ item }) => item.appointmentId === selected)
  const note = () => {
    if (!current || current.item.answer === 'by-phone' || !plan.can.decide) return
    void acts.noteByPhone(current.item.appointmentId)
    // The one that is done goes to the end; the next one takes its place under the fingers.
    const next = told[told.indexOf(current) + 1]
    if (!next) return
    setSelected(next.item.appointmentId)
    document.querySelector<HTMLElement>(`[data-key="${CSS.escape(next.item.appointmentId)}"]`)?.focus()
  }
  useShortcuts({ p: { label: say('noteByPhone'), run: note } }, { scope: 'page', isEnabled: plan.can.decide })
  return (
    <>
      <p className={styles.lead}>{say('answersLead')}</p>
      <SelectableList
        label={say('answersList')}
        items={told}
        getKey={({ item }) => item.appointmentId}
        getText={({ item, state }) => `${displayName(item.patient.name)}: ${state.text}`}
        selected={selected}
        onSelect={setSelected}
        isPrimary
        empty={<EmptyState title={say('answersNone')}>{say('answersNoneNext')}</EmptyState>}
      >
        {({ item, state, now, was }, { isSelected }) => (
          <div className={styles.answer}>
            <div>
              <p className={styles.name}>{displayName(item.patient.name)}</p>
              <p className={styles.small}>
                <TwoIdentifiers person={item.patient} />
              </p>
              <p className={styles.small}>
                {say('now', { when: whenText(now.start, timeZone, locale) })} ·{' '}
                {now.start === was.start
                  ? say('why_time-kept')
                  : say('was', { when: whenText(was.start, timeZone, locale) })}{' '}
                · {say(item.hasPhone ? 'hasPhone' : 'noPhone')}
              </p>
            </div>
            <div className={styles.state}>
              <Signal kind={state.kind}>{state.text}</Signal>
            </div>
            {isSelected && (
              <div className={styles.acts}>
                {plan.can.decide && item.answer !== 'by-phone' && (
                  <Button size="sm" shortcut="p" onPress={note}>
                    {say('noteByPhone')}
                  </Button>
                )}
                <Link
                  to="/patients/$patientId"
                  params={{ patientId: item.patient.id }}
                  className={buttonClass({ variant: 'quiet', size: 'sm' })}
                >
                  {say('openPerson')}
                </Link>
              </div>
            )}
          </div>
        )}
      </SelectableList>
    </>
  )
}
