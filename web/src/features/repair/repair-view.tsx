import { useState } from 'react'
import { Button, Notice, PageHeader, ProgressBar, showToast, Tabs, useShortcuts } from '../../ui/index.ts'
import { AnswersView } from './answers-view.tsx'
import { ApplyDialog } from './apply-dialog.tsx'
import { GroupsPart } from './groups-part.tsx'
import { MessagesView } from './messages-view.tsx'
import { PlanView } from './plan-view.tsx'
import styles from './repair.module.css'
import type { Repair } from './shapes.ts'
import { isSettled, missingText, spanText } from './texts.ts'
import { useRepair } from './use-repair.ts'
import { useWords } from './use-words.ts'

/** One repair: its plan, the messages it would send, and who has answered. */
export function RepairView({ plan: known }: { readonly plan: Repair }) {
  const { say, locale } = useWords()
  const acts = useRepair(known.id)
  const [tab, setTab] = useState(known.status === 'applied' ? 'answers' : 'plan')
  const [isAsking, setAsking] = useState(false)
  /** How many visits there were to do when applying began. */
  const [due, setDue] = useState(0)

  const plan = {
    ...known,
    items: known.items.map((item) => ({ ...item, decision: acts.pending.get(item.appointmentId) ?? item.decision })),
  }
  const waiting = plan.items.filter((item) => !isSettled(item))
  const decided = waiting.filter(({ decision }) => decision === 'accepted' || decision === 'cancelled').length
  const open = waiting.filter(({ decision }) => decision === 'open' || decision === 'overtaken')
  const isBusy = acts.isApplying || acts.isPlanning || acts.isAccepting
  /** Only groups count on it: nothing has to be decided before the time is closed. */
  const isBare = plan.items.length === 0 && plan.closes && known.status === 'proposed'
  const mayApply = plan.can.decide && (decided > 0 || isBare) && !isBusy

  // Asked for while a decision is still on its way: the question comes when its numbers are known.
  const [isAskedFor, setAskedFor] = useState(false)
  if (isAskedFor && !isBusy) {
    setAskedFor(false)
    if (mayApply) setAsking(true)
  }

  function ask() {
    if (acts.isAccepting || acts.isPlanning) setAskedFor(true)
    else if (mayApply) setAsking(true)
    else if (plan.can.decide && decided === 0 && waiting.length > 0)
      showToast({ kind: 'info', text: say('nothingDecided') })
  }
  async function apply() {
    setAsking(false)
    setDue(decided)
    const overtaken = await acts.apply()
    if (overtaken === null) return
    const rest = overtaken === 0 ? '' : ` ${say('overtaken', { count: overtaken })}`
    showToast({
      kind: overtaken === 0 ? 'ok' : 'warn',
      text:
        decided === 0
          ? say('applyCloses', { name: missingText(plan) })
          : `${say('applyDone', { count: decided - overtaken })}${rest}`,
    })
    if (overtaken === 0) setTab('answers')
  }
  const acceptAll = () => {
    if (!isBusy && open.some(({ proposal }) => proposal !== null)) void acts.accept()
  }
  const planAnew = () => {
    if (!isBusy && open.length > 0) void acts.plan()
  }
  useShortcuts(
    {
      'Shift+A': { label: say('acceptAll'), run: acceptAll },
      r: { label: say('planAnew'), run: planAnew },
    },
    { scope: 'page', isEnabled: plan.can.decide && tab === 'plan' },
  )

  const facts = [
    { value: String(plan.items.length), label: say('affected') },
    { value: String(open.length), label: say('toDecide') },
    { value: String(waiting.filter(({ decision }) => decision === 'accepted').length), label: say('accepted') },
    { value: String(plan.counts.moved), label: say('moved') },
    { value: String(plan.counts.unanswered), label: say('silent') },
  ]
  return (
    <>
      <PageHeader
        title={`${missingText(plan)} · ${spanText(plan.from, plan.until, plan.timeZone, locale)}`}
        facts={facts}
        actions={
          plan.can.decide && (open.length + decided > 0 || isBare) ? (
            <>
              <Button shortcut="r" onPress={planAnew} isPending={acts.isPlanning} isDisabled={open.length === 0}>
                {say('planAnew')}
              </Button>
              <Button
                shortcut="Shift+A"
                onPress={acceptAll}
                isPending={acts.isAccepting}
                isDisabled={!open.some(({ proposal }) => proposal !== null)}
              >
                {say('acceptAll')}
              </Button>
              <Button variant="go" shortcut="Enter" onPress={ask} isPending={acts.isApplying} isDisabled={!mayApply}>
                {say('apply')}
              </Button>
            </>
          ) : null
        }
      >
        {plan.reason}
      </PageHeader>
      <div className={styles.notices}>
        {plan.here > 0 && <Notice kind="bad">{say('here', { count: plan.here })}</Notice>}
        {acts.isApplying ? (
          <Applying plan={plan} due={due} />
        ) : (
          open.length + decided > 0 && <p className={styles.small}>{say(plan.isOptimal ? 'optimal' : 'notOptimal')}</p>
        )}
      </div>
      <GroupsPart plan={plan} acts={acts} />
      <Tabs
        label={say('title')}
        selected={tab}
        onChange={setTab}
        tabs={[
          { id: 'plan', label: say('plan'), content: <PlanView plan={plan} acts={acts} onApply={ask} /> },
          { id: 'messages', label: say('messages'), content: <MessagesView plan={plan} /> },
          {
            id: 'answers',
            label: say('answers'),
            count: plan.counts.unanswered,
            content: <AnswersView plan={plan} acts={acts} />,
          },
        ]}
      />
      {isAsking && <ApplyDialog plan={plan} onClose={() => setAsking(false)} onApply={() => void apply()} />}
    </>
  )
}

function Applying({ plan, due }: { readonly plan: Repair; readonly due: number }) {
  const { say } = useWords()
  const left = plan.items.filter(
    (item) => !isSettled(item) && (item.decision === 'accepted' || item.decision === 'cancelled'),
  ).length
  const done = Math.max(0, due - left)
  return (
    <div role="status">
      <ProgressBar label={say('applying', { done, all: due })} value={done} max={Math.max(1, due)} />
      <p className={styles.small}>{say('applyingNext')}</p>
    </div>
  )
}
