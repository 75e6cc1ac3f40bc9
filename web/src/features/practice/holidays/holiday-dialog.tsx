import { practice, type Refusal } from '@foyer/contract'
import { useState } from 'react'
import { refresh, useAct } from '../../../app/ask.ts'
import { usePractice } from '../../../app/site.ts'
import { DateField, formatDay, Select, showToast, TextField } from '../../../ui/index.ts'
import { FormDialog } from '../form-dialog.tsx'
import { useSaving } from '../saving.ts'
import type { Holiday, KeptHoliday } from '../shapes.ts'
import { useWords } from '../use-words.ts'

export interface HolidayDialogProps {
  /** The holiday to change; null adds one. */
  readonly holiday: Holiday | null
  readonly onSaved: (kept: readonly KeptHoliday[]) => void
  readonly onClose: () => void
}

const everywhere = 'all'

export function HolidayDialog({ holiday, onSaved, onClose }: HolidayDialogProps) {
  const { say, locale } = useWords()
  const { sites } = usePractice()
  const adding = useAct(practice.addHolidays)
  const changing = useAct(practice.changeHoliday)
  const saving = useSaving<Refusal<typeof practice.addHolidays>>()
  const [name, setName] = useState(holiday?.name ?? '')
  const [date, setDate] = useState<string | null>(holiday?.date ?? null)
  const [where, setWhere] = useState(holiday?.siteId ?? everywhere)
  const [wasTried, setTried] = useState(false)
  const faults = {
    name: name.trim() === '' ? say('needName') : undefined,
    date: date === null ? say('needDate') : undefined,
  }
  const shown: Partial<typeof faults> = wasTried ? faults : {}
  const { refusal } = saving
  const refused = refusal ? say('refused_holiday-known', { date: formatDay(refusal.date, locale) }) : undefined
  const errors = [shown.name, shown.date, refused].flatMap((text) => (text === undefined ? [] : [{ text }]))
  const save = async () => {
    setTried(true)
    if (faults.name !== undefined || date === null) return
    const body = { date, name: name.trim(), siteId: where === everywhere ? null : where }
    const kept = holiday
      ? await saving.run(() => changing.act({ ...body, holidayId: holiday.id }))
      : ((await saving.run(() => adding.act({ holidays: [body] })))?.holidays[0] ?? null)
    if (kept === null) return
    await refresh(practice.readPractice)
    showToast({ text: say('saved', { name: body.name }), kind: 'ok' })
    onSaved([kept])
    onClose()
  }
  return (
    <FormDialog
      title={holiday ? say('changeHoliday', { name: holiday.name }) : say('addHoliday')}
      errors={errors}
      failure={saving.failure}
      isPending={adding.isPending || changing.isPending}
      onSave={() => void save()}
      onClose={onClose}
    >
      <TextField
        label={say('name')}
        value={name}
        onChange={setName}
        maxLength={80}
        isRequired
        autoFocus
        autoComplete="off"
        errorMessage={shown.name}
      />
      <DateField
        label={say('date')}
        value={date}
        onChange={(next) => {
          setDate(next)
          saving.forgive()
        }}
        isRequired
        errorMessage={shown.date ?? refused}
      />
      <Select
        label={say('where')}
        options={[
          { id: everywhere, label: say('wholePractice') },
          ...sites.map(({ id, name: label }) => ({ id, label })),
        ]}
        value={where}
        onChange={setWhere}
      />
    </FormDialog>
  )
}
