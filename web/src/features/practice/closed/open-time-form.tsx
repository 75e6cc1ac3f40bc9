import { practice, type Refusal, scheduling } from '@foyer/contract'
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
import { type Closed, ClosedNotice } from './closed-notice.tsx'

/** Hours on one date beside those of the week: a Saturday once, an evening that is longer. */
export function OpenTimeForm({ resources }: { readonly resources: readonly Resource[] }) {
  const { say, locale } = useWords()
  const { sites } = usePractice()
  const here = useSite()
  const { act, isPending } = useAct(practice.addException)
  const saving = useSaving<Refusal<typeof practice.addException>>()
  const [resourceId, setResourceId] = useState<string | null>(null)
  const [date, setDate] = useState<string | null>(null)
  const [startMinute, setStart] = useState<number | null>(null)
  const [endMinute, setEnd] = useState<number | null>(null)
  const [reason, setReason] = useState('')
  const [wasTried, setTried] = useState(false)
  const [opened, setOpened] = useState<Closed | null>(null)
  const resource = resources.find(({ id }) => id === resourceId)
  const site = sites.find(({ id }) => id === resource?.siteId) ?? here
  const today = useToday(site)
  const isMissing = startMinute === null || endMinute === null
  const isBackwards = !isMissing && endMinute <= startMinute
  const faults = {
    resource: resource ? undefined : say('openNeedResource'),
    date: date === null ? say('needDate') : undefined,
    times: isMissing ? say('needTimes') : isBackwards ? say('refused_backwards') : undefined,
    reason: reason.trim() === '' ? say('needReason') : undefined,
  }
  const shown: Partial<typeof faults> = wasTried ? faults : {}
  const refused = saving.refusal ? say(`refused_${saving.refusal.reason}`) : undefined
  const texts = [...Object.values(shown), refused].filter((text) => text !== undefined)
  /** A change of what is asked makes the last answer old. */
  const changing =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      set(value)
      saving.forgive()
      setOpened(null)
    }
  const save = async () => {
    setTried(true)
    setOpened(null)
    if (isPending || !resource || date === null || isMissing || isBackwards || reason.trim() === '') return
    const time = { date, startMinute, endMinute }
    const wish = { ...time, resourceId: resource.id, kind: 'open' as const, reason: reason.trim() }
    if ((await saving.run(() => act(wish))) === null) return
    setTried(false)
    setOpened({ ...time, name: resource.name, siteId: site.id })
    await refresh(practice.listDatedHours, practice.readPractice, scheduling.readDay, scheduling.findOpenings)
  }
  return (
    <Card>
      <FormLayout
        label={say('openTitle')}
        onSubmit={() => void save()}
        errors={[...new Set(texts)].map((text) => ({ text }))}
        actions={
          <Button type="submit" variant="go" isPending={isPending}>
            {say('openTime')}
          </Button>
        }
      >
        {saving.failure !== null && <Notice kind="bad">{saving.failure}</Notice>}
        <FieldGroup legend={say('openTitle')} description={say('openLead')} columns={2}>
          <ComboBox
            label={say('whoOrWhat')}
            placeholder={say('whoPlaceholder')}
            options={inOrder(resources, locale).map(({ id, name, kind }) => ({
              id,
              label: name,
              detail: say(`oneKind_${kind}`),
            }))}
            value={resourceId}
            onChange={changing(setResourceId)}
            isRequired
            errorMessage={shown.resource}
          />
          <DateField
            label={say('date')}
            value={date}
            minValue={today}
            onChange={changing(setDate)}
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
            errorMessage={endMinute === null || isBackwards ? shown.times : refused}
          />
        </FieldGroup>
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
        {opened && <ClosedNotice closed={opened} isOpened />}
      </FormLayout>
    </Card>
  )
}
