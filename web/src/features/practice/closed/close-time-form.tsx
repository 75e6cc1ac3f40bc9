import { practice, type Refusal } from '@foyer/contract'
import { useState } from 'react'
import { refresh, useAct } from '../../../app/ask.ts'
import { usePractice, useSite, useToday } from '../../../app/site.ts'
import {
  Button,
  Card,
  ComboBox,
  DateField,
  FieldGroup,
  FormLayout,
  Notice,
  TextField,
  TimeField,
  zoneCity,
} from '../../../ui/index.ts'
import { EndTimeField } from '../end-time-field.tsx'
import { useSaving } from '../saving.ts'
import { inOrder, type Resource } from '../shapes.ts'
import { useWords } from '../use-words.ts'
import { type Closed, ClosedNotice, DayLink } from './closed-notice.tsx'
import { DayChoice } from './day-choice.tsx'

export function CloseTimeForm({ resources }: { readonly resources: readonly Resource[] }) {
  const { say, locale } = useWords()
  const { sites } = usePractice()
  const here = useSite()
  const { act, isPending } = useAct(practice.blockTime)
  const saving = useSaving<Refusal<typeof practice.blockTime>>()
  const [resourceId, setResourceId] = useState<string | null>(null)
  const [date, setDate] = useState<string | null>(null)
  const [startMinute, setStart] = useState<number | null>(null)
  const [endMinute, setEnd] = useState<number | null>(null)
  const [reason, setReason] = useState('')
  const [wasTried, setTried] = useState(false)
  const [closed, setClosed] = useState<Closed | null>(null)

  const resource = resources.find(({ id }) => id === resourceId)
  const site = sites.find(({ id }) => id === resource?.siteId) ?? here
  const today = useToday(site)
  const siteNames = new Map(sites.map(({ id, name }) => [id, name]))
  const isBackwards = startMinute !== null && endMinute !== null && endMinute <= startMinute
  const { refusal } = saving
  const refused = () => {
    if (refusal === null) return undefined
    if (refusal.reason !== 'visits-booked') return say('refused_backwards')
    return refusal.count === 0 ? say('alreadyClosed') : say('refused_visits-booked', { count: refusal.count })
  }
  const timesFault = () => {
    if (startMinute === null || endMinute === null) return say('needTimes')
    return isBackwards ? say('refused_backwards') : undefined
  }
  const faults = {
    resource: resource ? undefined : say('needResource'),
    date: date === null ? say('needDate') : undefined,
    times: timesFault(),
    reason: reason.trim() === '' ? say('needReason') : undefined,
  }
  const shown: Partial<typeof faults> = wasTried ? faults : {}
  const refusedText = refused()
  const errors = [...Object.values(shown), refusedText].filter((text) => text !== undefined).map((text) => ({ text }))
  /** A change of what is asked makes the last answer old. */
  const changed = () => {
    saving.forgive()
    setClosed(null)
  }

  const save = async () => {
    setTried(true)
    setClosed(null)
    if (isPending || !resource || date === null || startMinute === null || endMinute === null) return
    if (isBackwards || reason.trim() === '') return
    const time = { date, startMinute, endMinute }
    const made = await saving.run(() => act({ ...time, resourceIds: [resource.id], reason: reason.trim() }))
    if (made === null) return
    setTried(false)
    void refresh(practice.listDatedHours)
    setClosed({ ...time, name: resource.name, siteId: site.id })
  }
  return (
    <Card>
      <FormLayout
        label={say('closedTitle')}
        onSubmit={() => void save()}
        errors={errors}
        actions={
          <Button type="submit" variant="go" isPending={isPending}>
            {say('closeTime')}
          </Button>
        }
      >
        {saving.failure !== null && <Notice kind="bad">{saving.failure}</Notice>}
        <FieldGroup legend={say('closedTitle')} columns={2}>
          <ComboBox
            label={say('whoOrWhat')}
            placeholder={say('whoPlaceholder')}
            options={inOrder(resources, locale).map(({ id, name, kind, siteId }) => ({
              id,
              label: name,
              detail: [say(`oneKind_${kind}`), siteNames.get(siteId)].join(' · '),
            }))}
            value={resourceId}
            onChange={(id) => {
              setResourceId(id)
              changed()
            }}
            isRequired
            errorMessage={shown.resource}
          />
          <DateField
            label={say('date')}
            value={date}
            onChange={(next) => {
              setDate(next)
              changed()
            }}
            minValue={today}
            isRequired
            errorMessage={shown.date}
          />
          <TimeField
            label={say('from')}
            description={say('wallTime', { city: zoneCity(site.timeZone) })}
            value={startMinute}
            onChange={(minute) => {
              setStart(minute)
              changed()
            }}
            isRequired
            errorMessage={startMinute === null ? shown.times : undefined}
          />
          <EndTimeField
            label={say('to')}
            value={endMinute}
            onChange={(minute) => {
              setEnd(minute)
              changed()
            }}
            isRequired
            errorMessage={endMinute === null || isBackwards ? shown.times : undefined}
          />
        </FieldGroup>
        {resource && date !== null && (
          <DayChoice
            hours={resource.hours}
            date={date}
            onChoose={(from, to) => {
              setStart(from)
              setEnd(to)
              changed()
            }}
          />
        )}
        <TextField
          label={say('reason')}
          description={say('reasonHelp')}
          value={reason}
          onChange={setReason}
          maxLength={120}
          isRequired
          autoComplete="off"
          errorMessage={shown.reason}
        />
        {refusal?.reason === 'visits-booked' && date !== null && (
          <p>
            <DayLink siteId={site.id} date={date} />
          </p>
        )}
        {closed && <ClosedNotice closed={closed} />}
      </FormLayout>
    </Card>
  )
}
