import { type ReactNode, useState } from 'react'
import { usePractice, useSite, useToday } from '../../../app/site.ts'
import { Button, Card, DateField, FieldGroup, FormLayout, Notice, TimeField, zoneCity } from '../../../ui/index.ts'
import { EndTimeField } from '../end-time-field.tsx'
import type { Resource } from '../shapes.ts'
import { useWords } from '../use-words.ts'
import type { Closed } from './closed-notice.tsx'
import { DayChoice } from './day-choice.tsx'
import { ReasonField } from './reason-field.tsx'
import { ResourceField } from './resource-field.tsx'

export interface DatedTime {
  readonly resourceId: string
  readonly date: string
  readonly startMinute: number
  readonly endMinute: number
  readonly reason: string
}

/** What the form says after an attempt: what was done, or where to look for what is in the way. */
export interface DatedTimeSaid {
  readonly done: Closed | null
  readonly siteId: string
  readonly date: string | null
}

export interface DatedTimeFormProps {
  readonly resources: readonly Resource[]
  readonly title: string
  readonly lead?: string
  readonly submit: string
  readonly needResource: string
  /** Offers the hours of the day, and the whole day. */
  readonly offersDay?: boolean
  readonly isPending: boolean
  /** What went wrong beside the rules, and what a rule refused. */
  readonly failure: string | null
  readonly refused: string | undefined
  /** A change of what is asked makes the last answer old. */
  readonly onChange: () => void
  /** Answers whether it was done. */
  readonly onSave: (time: DatedTime) => Promise<boolean>
  readonly children: (said: DatedTimeSaid) => ReactNode
}

/** Time of one resource on one date, with a reason: to be closed, or to be opened. */
export function DatedTimeForm(props: DatedTimeFormProps) {
  const { resources, title, lead, submit, needResource, offersDay = false, isPending, failure, refused } = props
  const { say } = useWords()
  const { sites } = usePractice()
  const here = useSite()
  const [resourceId, setResourceId] = useState<string | null>(null)
  const [date, setDate] = useState<string | null>(null)
  const [startMinute, setStart] = useState<number | null>(null)
  const [endMinute, setEnd] = useState<number | null>(null)
  const [reason, setReason] = useState('')
  const [wasTried, setTried] = useState(false)
  const [done, setDone] = useState<Closed | null>(null)
  const resource = resources.find(({ id }) => id === resourceId)
  const site = sites.find(({ id }) => id === resource?.siteId) ?? here
  const today = useToday(site)
  const isMissing = startMinute === null || endMinute === null
  const isBackwards = !isMissing && endMinute <= startMinute
  const faults = {
    resource: resource ? undefined : needResource,
    date: date === null ? say('needDate') : undefined,
    times: isMissing ? say('needTimes') : isBackwards ? say('refused_backwards') : undefined,
    reason: reason.trim() === '' ? say('needReason') : undefined,
  }
  const shown: Partial<typeof faults> = wasTried ? faults : {}
  const texts = [...Object.values(shown), refused].filter((text) => text !== undefined)
  const changed = () => {
    props.onChange()
    setDone(null)
  }
  const changing =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      set(value)
      changed()
    }
  const save = async () => {
    setTried(true)
    setDone(null)
    if (isPending || !resource || date === null || isMissing || isBackwards || reason.trim() === '') return
    const time = { date, startMinute, endMinute }
    if (!(await props.onSave({ ...time, resourceId: resource.id, reason: reason.trim() }))) return
    setTried(false)
    setDone({ ...time, name: resource.name, siteId: site.id })
  }
  return (
    <Card>
      <FormLayout
        label={title}
        onSubmit={() => void save()}
        errors={[...new Set(texts)].map((text) => ({ text }))}
        actions={
          <Button type="submit" variant="go" isPending={isPending}>
            {submit}
          </Button>
        }
      >
        {failure !== null && <Notice kind="bad">{failure}</Notice>}
        <FieldGroup legend={title} columns={2} {...(lead === undefined ? {} : { description: lead })}>
          <ResourceField
            resources={resources}
            value={resourceId}
            onChange={changing(setResourceId)}
            errorMessage={shown.resource}
          />
          <DateField
            label={say('date')}
            value={date}
            onChange={changing(setDate)}
            minValue={today}
            isRequired
            errorMessage={shown.date}
          />
          <TimeField
            label={say('from')}
            description={say('wallTime', { city: zoneCity(site.timeZone) })}
            value={startMinute}
            onChange={changing(setStart)}
            isRequired
            errorMessage={startMinute === null ? shown.times : undefined}
          />
          <EndTimeField
            label={say('to')}
            value={endMinute}
            onChange={changing(setEnd)}
            isRequired
            errorMessage={endMinute === null || isBackwards ? shown.times : undefined}
          />
        </FieldGroup>
        {offersDay && resource && date !== null && (
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
        <ReasonField value={reason} onChange={setReason} errorMessage={shown.reason} />
        {props.children({ done, siteId: site.id, date })}
      </FormLayout>
    </Card>
  )
}
