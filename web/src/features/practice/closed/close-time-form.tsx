import { practice, type Refusal } from '@foyer/contract'
import { refresh, useAct } from '../../../app/ask.ts'
import { useSaving } from '../saving.ts'
import type { Resource } from '../shapes.ts'
import { useWords } from '../use-words.ts'
import { ClosedNotice, DayLink } from './closed-notice.tsx'
import { DatedTimeForm } from './dated-time-form.tsx'

/** Time of one resource is closed for a reason; what is booked there has to go first. */
export function CloseTimeForm({ resources }: { readonly resources: readonly Resource[] }) {
  const { say } = useWords()
  const { act, isPending } = useAct(practice.blockTime)
  const { run, failure, refusal, forgive } = useSaving<Refusal<typeof practice.blockTime>>()
  const refused = () => {
    if (refusal === null) return undefined
    if (refusal.reason !== 'visits-booked') return say('refused_backwards')
    return refusal.count === 0 ? say('alreadyClosed') : say('refused_visits-booked', { count: refusal.count })
  }
  return (
    <DatedTimeForm
      resources={resources}
      title={say('closedTitle')}
      submit={say('closeTime')}
      needResource={say('needResource')}
      offersDay
      isPending={isPending}
      failure={failure}
      refused={refused()}
      onChange={forgive}
      onSave={async ({ resourceId, ...time }) => {
        const made = await run(() => act({ ...time, resourceIds: [resourceId] }))
        if (made !== null) void refresh(practice.listDatedHours)
        return made !== null
      }}
    >
      {({ done, siteId, date }) => (
        <>
          {refusal?.reason === 'visits-booked' && date !== null && (
            <p>
              <DayLink siteId={siteId} date={date} />
            </p>
          )}
          {done && <ClosedNotice closed={done} />}
        </>
      )}
    </DatedTimeForm>
  )
}
