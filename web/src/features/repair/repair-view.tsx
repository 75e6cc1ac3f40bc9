import { useState } from 'react'
import { offerUndo } from '../../app/undo/undo-store.ts'
import { useControlZ } from '../../app/undo/use-undo-keys.ts'
import { Button, Notice, PageHeader, ProgressBar, showToast, Tabs, useShortcuts } from '../../ui/index.ts'
import { AnswersView } from './answers-view.tsx'
import { ApplyDialog } from './apply-dialog.tsx'
import { GivenPart } from './given-part.tsx'
import { GroupsPart } from './groups-part.tsx'
import { MessagesView } from './messages-view.tsx'
import { PlanView } from './plan-view.tsx'
import styles from './repair.module.css'
import type { Repair } from './shapes.ts'
import { TakeBackDialog } from './take-back-dialog.tsx'
import { canGoBack, isSettled, missingText, spanText } from './texts.ts'
import { useRepair } from './use-repair.ts'
import { useWords } from './use-words.ts'

/** One repair: its plan, the messages it would send, and who has answered. */
export function RepairView({ plan: known }: { readonly plan: Repair }) {
  const { say, locale } = useWords()
  const acts = useRepair(known.id)
  useControlZ()
  const [tab, setTab] = useState(known.status === 'applied' ? 'answers' : 'plan')
  const [isAsking, setAsking] = useState(false)
  const [isUndoing, setUndoing] = useState(false)
  /** How many visits there were to do when applying began. */
  const [due, setDue] = useState(0)

  const plan = {
    ...known,
    items: known.items.map((item) => ({
      ...item,
      decision:
        known.status === 'closed' && !isSettled(item)
          ? ('kept' as const)
          : (acts.pending.get(item.appointmentId) ?? item.decision),
    })),
  }
  const waiting = plan.items.filter((item) => !isSettled(item))
  const decided = waiting.filter(({ decision }) => decision === 'accepted' || decision === 'cancelled').length
  const open = waiting.filter(({ decision }) => decision === 'open' || decision === 'overtaken')
  const isBusy = acts.isApplying || acts.isPlanning || acts.isAccepting || acts.isTakingBack
  const isTakenBack = known.status === 'closed'
  const isUndecided = !isTakenBack && open.length + decided > 0
  /** Only groups count on it: nothing has to be decided before the time is closed. */
  const isBare = plan.items.length === 0 && plan.closes && known.status === 'proposed'
  const mayApply = plan.can.decide && !isTakenBack && (decided > 0 || isBare) && !isBusy
  const mayTakeBack =
    plan.can.decide && (!isTakenBack || plan.items.some(canGoBack) || plan.given.some(({ backAt }) => backAt === null))

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
    const text =
      decided === 0
        ? say('applyCloses', { name: missingText(plan) })
        : `${say('applyDone', { count: decided - overtaken })}${rest}`
    if (overtaken > 0) return showToast({ kind: 'warn', text })
    const just = waiting.filter(({ decision }) => decision === 'accepted' || decision === 'cancelled')
    offerUndo(text, say('undoKey'), () => takeBack(just.map(({ appointmentId }) => appointmentId)))
    setTab('answers')
  }
  async function takeBack(appointmentIds: readonly string[]): Promise<boolean> {
    setUndoing(false)
    const done = await acts.takeBack(appointmentIds)
    if (done === null) return false
    const groups = done.groupsStayed === 0 ? '' : ` ${say('undoGroupsStayed', { count: done.groupsStayed })}`
    const rest = (done.stayed === 0 ? '' : ` ${say('undoStayed', { count: done.stayed })}`) + groups
    const text =
      appointmentIds.length === 0
        ? `${say('undonePlan', { name: missingText(plan) })}${rest}`
        : `${say('undone', { count: done.back })}${rest}`
    showToast({ kind: rest === '' ? 'ok' : 'warn', text })
    setTab('plan')
    return true
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
    { scope: 'page', isEnabled: plan.can.decide && !isTakenBack && tab === 'plan' },
  )

  const facts = [
    { value: String(plan.items.length), label: say('affected') },
    ...(isTakenBack
      ? [{ value: String(plan.counts.back), label: say('done_back') }]
      : [
          { value: String(open.length), label: say('toDecide') },
          { value: String(waiting.filter(({ decision }) => decision === 'accepted').length), label: say('accepted') },
        ]),
    { value: String(plan.counts.moved), label: say('moved') },
    { value: String(plan.counts.unanswered), label: say('silent') },
  ]
  return (
    <>
      <PageHeader
        title={`${missingText(plan)} · ${spanText(plan.from, plan.until, plan.timeZone, locale)}`}
        facts={facts}
        actions={
          plan.can.decide ? (
            <>
              {mayTakeBack && (
                <Button
                  variant="quiet"
                  onPress={() => setUndoing(true)}
                  isPending={acts.isTakingBack}
                  isDisabled={isBusy}
                >
                  {say(isTakenBack ? 'isBackMore' : 'undo')}
                </Button>
              )}
              {(isUndecided || isBare) && (
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
                  <Button
                    variant="go"
                    shortcut="Enter"
                    onPress={ask}
                    isPending={acts.isApplying}
                    isDisabled={!mayApply}
                  >
                    {say('apply')}
                  </Button>
                </>
              )}
            </>
          ) : null
        }
      >
        {plan.reason}
      </PageHeader>
      <div className={styles.notices}>
        {isTakenBack && <Notice kind="info">{say('isBack')}</Notice>}
        {plan.here > 0 && !isTakenBack && <Notice kind="bad">{say('here', { count: plan.here })}</Notice>}
        {acts.isApplying ? (
          <Applying plan={plan} due={due} />
        ) : (
          isUndecided && <p className={styles.small}>{say(plan.isOptimal ? 'optimal' : 'notOptimal')}</p>
        )}
      </div>
      <GroupsPart plan={plan} acts={acts} />
      <GivenPart plan={plan} />
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
      {isUndoing && (
        <TakeBackDialog plan={plan} onClose={() => setUndoing(false)} onTakeBack={(ids) => void takeBack(ids)} />
      )}
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
