import { practice, type Refusal, scheduling } from '@foyer/contract'
import { refresh, useAct } from '../../../app/ask.ts'
import { useSaving } from '../saving.ts'
import type { Resource } from '../shapes.ts'
import { useWords } from '../use-words.ts'
import { ClosedNotice } from './closed-notice.tsx'
import { DatedTimeForm } from './dated-time-form.tsx'

/** Hours on one date beside those of the week: a Saturday once, an evening that is longer. */
export function OpenTimeForm({ resources }: { readonly resources: readonly Resource[] }) {
  const { say } = useWords()
  const { act, isPending } = useAct(practice.addException)
  const { run, failure, refusal, forgive } = useSaving<Refusal<typeof practice.addException>>()
  return (
    <DatedTimeForm
      resources={resources}
      title={say('openTitle')}
      lead={say('openLead')}
      submit={say('openTime')}
      needResource={say('openNeedResource')}
      isPending={isPending}
      failure={failure}
      refused={refusal ? say(`refused_${refusal.reason}`) : undefined}
      onChange={forgive}
      onSave={async (time) => {
        const made = await run(() => act({ ...time, kind: 'open' }))
        if (made !== null)
          void refresh(practice.listDatedHours, practice.readPractice, scheduling.readDay, scheduling.findOpenings)
        return made !== null
      }}
    >
      {({ done }) => done && <ClosedNotice closed={done} isOpened />}
    </DatedTimeForm>
  )
}
