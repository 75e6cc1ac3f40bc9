import { displayName } from '@foyer/patients'
import { useEffect, useRef, useState } from 'react'
import { SelectableList, showToast, useShortcuts } from '../../ui/index.ts'
import { CancelDialog } from './cancel-dialog.tsx'
import { PlanRow } from './plan-row.tsx'
import type { Decision, Repair, RepairItem } from './shapes.ts'
import { dateOf, isSettled, placesOf, stateOf, whenText } from './texts.ts'
import type { RepairActs } from './use-repair.ts'
import { useWords } from './use-words.ts'

export interface PlanViewProps {
  readonly plan: Repair
  readonly acts: RepairActs
  readonly onApply: () => void
}

function isUndecided(item: RepairItem): boolean {
  return !isSettled(item) && (item.decision === 'open' || item.decision === 'overtaken')
}

function rowOf(appointmentId: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-key="${CSS.escape(appointmentId)}"]`)
}

/** Visits and proposals side by side; letters act on the selected one, which then gives way to the next undecided. */
export function PlanView({ plan, acts, onApply }: PlanViewProps) {
  const words = useWords()
  const { say, locale } = words
  const { items, timeZone } = plan
  const can = plan.status === 'closed' ? { decide: false, cancel: false } : plan.can
  const [selected, setSelected] = useState<string | null>(items.find(isUndecided)?.appointmentId ?? null)
  const [isCancelling, setCancelling] = useState(false)
  const at = items.findIndex(({ appointmentId }) => appointmentId === selected)
  const current = items[at]
  const hasDates = new Set(items.map(({ before }) => dateOf(before.start, timeZone))).size > 1

  // Enter applies from within the list, and nowhere else: on a link it follows the link. So the list takes the focus.
  const firstRow = useRef(selected)
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const { activeElement } = document
      if (firstRow.current !== null && (activeElement === document.body || activeElement?.id === 'main'))
        rowOf(firstRow.current)?.focus()
    })
    return () => cancelAnimationFrame(frame)
  }, [])

  function focusRow(appointmentId: string) {
    setSelected(appointmentId)
    rowOf(appointmentId)?.focus()
  }
  function decide(decision: Exclude<Decision, 'overtaken'>, reason: string | null = null) {
    if (!current || isSettled(current) || !can.decide) return
    if (decision === 'accepted' && current.proposal === null) {
      showToast({ kind: 'warn', text: say('noProposal') })
      return
    }
    void acts.decide(current.appointmentId, decision, reason)
    const rest = [...items.slice(at + 1), ...items.slice(0, at)]
    const next = decision === 'open' ? current : (rest.find(isUndecided) ?? current)
    focusRow(next.appointmentId)
  }
  function raiseUrgency() {
    if (!current || !isUndecided(current) || !can.decide) return
    const urgency = (current.urgency + 1) % 4
    void acts.plan([{ appointmentId: current.appointmentId, urgency }])
  }
  useShortcuts(
    {
      a: { label: say('accept'), run: () => decide('accepted') },
      x: { label: say('keep'), run: () => decide('kept') },
      c: { label: say('cancelVisit'), run: () => current && isUndecided(current) && can.cancel && setCancelling(true) },
      z: { label: say('takeBack'), run: () => decide('open') },
      u: { label: say('moreUrgent'), run: raiseUrgency },
    },
    { scope: 'page', isEnabled: can.decide },
  )

  return (
    <>
      <SelectableList
        label={say('visits')}
        items={items}
        getKey={({ appointmentId }) => appointmentId}
        getText={(item) => rowText(item)}
        selected={selected}
        onSelect={setSelected}
        onOpen={onApply}
        isPrimary
      >
        {(item, { isSelected }) => (
          <PlanRow
            item={item}
            timeZone={timeZone}
            isSelected={isSelected}
            hasDates={hasDates}
            isClosed={plan.status === 'closed'}
            mayDecide={can.decide}
            mayCancel={can.cancel}
            onDecide={decide}
            onCancel={() => setCancelling(true)}
            onUrgency={raiseUrgency}
          />
        )}
      </SelectableList>
      {isCancelling && current && (
        <CancelDialog
          onClose={() => setCancelling(false)}
          onCancel={(reason) => {
            setCancelling(false)
            decide('cancelled', reason)
          }}
        />
      )}
    </>
  )

  function rowText(item: RepairItem): string {
    const { now } = placesOf(item)
    const place = item.proposal || item.backAt ? whenText(now.start, timeZone, locale) : say('noPlace')
    const before = whenText(item.before.start, timeZone, locale)
    return `${before}, ${displayName(item.patient.name)}: ${place}, ${stateOf(item, words).text}`
  }
}
