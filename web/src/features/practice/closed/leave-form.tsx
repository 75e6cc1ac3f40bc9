import { practice, type Refusal } from '@foyer/contract'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { refresh, useAct } from '../../../app/ask.ts'
import { useMay } from '../../../app/session.ts'
import { usePractice, useSite, useToday } from '../../../app/site.ts'
import {
  Button,
  Card,
  DateField,
  FieldGroup,
  formatDay,
  formatMinutes,
  FormLayout,
  Notice,
  TimeField,
} from '../../../ui/index.ts'
import { EndTimeField } from '../end-time-field.tsx'
import { useSaving } from '../saving.ts'
import type { Resource } from '../shapes.ts'
import { useWords } from '../use-words.ts'
import { ReasonField } from './reason-field.tsx'
import { ResourceField } from './resource-field.tsx'

interface Done {
  readonly title: string
  readonly visits: number
  /** What a repair would be about. */
  readonly repair: { readonly resourceId: string; readonly from: string; readonly until: string }
}

/** Somebody is away, whole dates or from one hour to another. Booked visits stay and are counted. */
export function LeaveForm({ resources }: { readonly resources: readonly Resource[] }) {
  const { say, locale } = useWords()
  const { sites } = usePractice()
  const here = useSite()
  const { act, isPending } = useAct(practice.addLeave)
  const saving = useSaving<Refusal<typeof practice.addLeave>>()
  const [resourceId, setResourceId] = useState<string | null>(null)
  const [from, setFrom] = useState<string | null>(null)
  const [to, setTo] = useState<string | null>(null)
  const [fromMinute, setFromMinute] = useState<number | null>(null)
  const [toMinute, setToMinute] = useState<number | null>(null)
  const [reason, setReason] = useState('')
  const mayRepair = useMay('appointment.move')
  const [wasTried, setTried] = useState(false)
  const [done, setDone] = useState<Done | null>(null)
  const resource = resources.find(({ id }) => id === resourceId)
  const site = sites.find(({ id }) => id === resource?.siteId) ?? here
  const today = useToday(site)
  const begin = fromMinute ?? 0
  const end = toMinute ?? 1440
  const isBackwards = from !== null && to !== null && (to < from || (to === from && end <= begin))
  const faults = {
    resource: resource ? undefined : say('needResource'),
    from: from === null ? say('needDate') : undefined,
    to: to === null ? say('needDate') : isBackwards ? say('refused_backwards') : undefined,
    reason: reason.trim() === '' ? say('needReason') : undefined,
  }
  const shown: Partial<typeof faults> = wasTried ? faults : {}
  const refused = saving.refusal ? say(`refused_${saving.refusal.reason}`) : undefined
  const texts = [...Object.values(shown), refused].filter((text) => text !== undefined)
  const changed = () => {
    saving.forgive()
    setDone(null)
  }
  const save = async () => {
    setTried(true)
    setDone(null)
    if (isPending || !resource || from === null || to === null || isBackwards || reason.trim() === '') return
    const made = await saving.run(() =>
      act({ resourceId: resource.id, from, to, fromMinute: begin, toMinute: end, reason: reason.trim() }),
    )
    if (made === null) return
    setTried(false)
    const at = (date: string, minute: number | null) =>
      minute === null ? formatDay(date, locale) : `${formatDay(date, locale)} ${formatMinutes(minute)}`
    const dates = { from: at(from, fromMinute), to: at(to, toMinute) }
    setDone({
      title: say('leaveDone', { name: resource.name, ...dates }),
      visits: made.visits,
      repair: { resourceId: resource.id, from, until: to },
    })
    await refresh(practice.listDatedHours, practice.readPractice)
  }
  return (
    <Card>
      <FormLayout
        label={say('leaveTitle')}
        onSubmit={() => void save()}
        errors={[...new Set(texts)].map((text) => ({ text }))}
        actions={
          <Button type="submit" variant="go" isPending={isPending}>
            {say('enterLeave')}
          </Button>
        }
      >
        {saving.failure !== null && <Notice kind="bad">{saving.failure}</Notice>}
        <FieldGroup legend={say('leaveTitle')} description={say('leaveLead')} columns={2}>
          <ResourceField
            resources={resources}
            value={resourceId}
            onChange={(id) => {
              setResourceId(id)
              changed()
            }}
            errorMessage={shown.resource}
          />
          <ReasonField value={reason} onChange={setReason} errorMessage={shown.reason} />
          <DateField
            label={say('firstDate')}
            value={from}
            minValue={today}
            onChange={(date) => {
              setFrom(date)
              changed()
            }}
            isRequired
            errorMessage={shown.from}
          />
          <TimeField
            label={say('leaveFromTime')}
            description={say('leaveFromTimeHelp')}
            value={fromMinute}
            onChange={(minute) => {
              setFromMinute(minute)
              changed()
            }}
          />
          <DateField
            label={say('lastDate')}
            value={to}
            minValue={from ?? today}
            onChange={(date) => {
              setTo(date)
              changed()
            }}
            isRequired
            errorMessage={shown.to ?? refused}
          />
          <EndTimeField
            label={say('leaveToTime')}
            description={say('leaveToTimeHelp')}
            value={toMinute}
            onChange={(minute) => {
              setToMinute(minute)
              changed()
            }}
          />
        </FieldGroup>
        {done && (
          <Notice kind={done.visits > 0 ? 'warn' : 'ok'} title={done.title}>
            {done.visits > 0 ? say('leaveVisits', { count: done.visits }) : say('leaveNobody')}{' '}
            {done.visits > 0 && mayRepair && (
              <Link to="/repair" search={done.repair}>
                {say('leaveRepair')}
              </Link>
            )}
          </Notice>
        )}
      </FormLayout>
    </Card>
  )
}
