import { displayName } from '@foyer/patients'
import { useState } from 'react'
import { useNow } from '../../app/clock.ts'
import { useVisitTypeName } from '../../app/site.ts'
import { Button, Checkbox, Dialog } from '../../ui/index.ts'
import { TwoIdentifiers } from '../patients/index.ts'
import styles from './repair.module.css'
import type { Repair, RepairItem } from './shapes.ts'
import { canGoBack, hasAgreed, missingText, whenText } from './texts.ts'
import { useWords } from './use-words.ts'

export interface TakeBackDialogProps {
  readonly plan: Repair
  readonly onClose: () => void
  readonly onTakeBack: (appointmentIds: readonly string[]) => void
}

/** Which visits go back to the time they had: all, but those whose patients have agreed to the new one. */
export function TakeBackDialog({ plan, onClose, onTakeBack }: TakeBackDialogProps) {
  const { say, locale } = useWords()
  const now = useNow()
  const visitOf = useVisitTypeName()
  const { timeZone } = plan
  const mayGo = plan.items.filter((item) => canGoBack(item) && (plan.can.cancel || item.decision !== 'cancelled'))
  const isPast = ({ before }: RepairItem) => before.start <= now
  const [ids, setIds] = useState<ReadonlySet<string>>(
    () => new Set(mayGo.filter((item) => !hasAgreed(item) && !isPast(item)).map(({ appointmentId }) => appointmentId)),
  )
  const chosen = mayGo.filter(({ appointmentId }) => ids.has(appointmentId))
  const going = plan.given.filter(
    ({ backAt, start, beforeStart }) => backAt === null && start > now && beforeStart > now,
  )
  const seats = going.filter(({ start, beforeStart }) => start !== beforeStart).flatMap(({ told }) => told)
  const agreed = seats.filter(hasAgreed).length
  const told = [...chosen.filter(({ toldAt, decision }) => toldAt !== null || decision === 'cancelled'), ...seats]
  const mails = told.filter(({ hasEmail }) => hasEmail).length
  const calls = told.length - mails

  function choose(appointmentId: string, isChosen: boolean) {
    const next = new Set(ids)
    if (isChosen) next.add(appointmentId)
    else next.delete(appointmentId)
    setIds(next)
  }
  /** From where, and back to where. */
  function wayOf({ decision, before, proposal }: RepairItem): string {
    const there = whenText(before.start, timeZone, locale)
    if (decision === 'cancelled') return say('undoCancelled', { before: there })
    if (proposal === null || proposal.start === before.start)
      return say('undoSameTime', { before: there, names: before.assignments.map(({ name }) => name).join(' · ') })
    return say('undoFromTo', { now: whenText(proposal.start, timeZone, locale), before: there })
  }
  function noteOf(item: RepairItem): string | null {
    if (isPast(item)) return say('undoPast')
    if (!hasAgreed(item)) return null
    return say(item.answer === 'yes' ? 'undoAgreed' : 'undoByPhone')
  }

  const groups = going.map(
    ({ visitTypeId, beforeStart }) => `${visitOf(visitTypeId)}, ${whenText(beforeStart, timeZone, locale)}`,
  )
  const name = missingText(plan)
  return (
    <Dialog
      isOpen
      isAlert
      onClose={onClose}
      title={say('undoTitle')}
      description={say(mayGo.length === 0 ? 'undoLeadNone' : 'undoLead', { name })}
      footer={
        <>
          <Button onPress={onClose}>{say('notNow')}</Button>
          <Button variant="go" autoFocus onPress={() => onTakeBack([...ids])}>
            {say('undoDo')}
          </Button>
        </>
      }
    >
      <ul className={styles.list}>
        {plan.closes && plan.status !== 'closed' && <li>{say('undoOpens')}</li>}
        {groups.length > 0 && <li>{say('undoGroups', { count: groups.length, names: groups.join(' · ') })}</li>}
        {agreed > 0 && <li>{say('undoGroupsAgreed', { count: agreed })}</li>}
        {mails > 0 && <li>{say('undoMails', { count: mails })}</li>}
        {calls > 0 && <li>{say('undoCalls', { count: calls })}</li>}
      </ul>
      {mayGo.length > 0 && (
        <ul className={styles.choices} aria-label={say('undoVisits')}>
          {mayGo.map((item) => {
            const note = noteOf(item)
            return (
              <li key={item.appointmentId}>
                <Checkbox
                  isSelected={ids.has(item.appointmentId)}
                  onChange={(isChosen) => choose(item.appointmentId, isChosen)}
                  isDisabled={isPast(item)}
                  description={note === null ? wayOf(item) : `${wayOf(item)} · ${note}`}
                >
                  {displayName(item.patient.name)}{' '}
                  <span className={styles.small}>
                    <TwoIdentifiers person={item.patient} />
                  </span>
                </Checkbox>
              </li>
            )
          })}
        </ul>
      )}
    </Dialog>
  )
}
