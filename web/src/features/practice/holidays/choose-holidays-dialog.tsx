import { practice, type Refusal } from '@foyer/contract'
import { useState } from 'react'
import { refresh, useAct, useAsk } from '../../../app/ask.ts'
import { usePractice, useSite, useToday } from '../../../app/site.ts'
import { FieldGroup, formatDay, Select, showToast, TextField } from '../../../ui/index.ts'
import { FormDialog } from '../form-dialog.tsx'
import type { KeptHoliday } from '../shapes.ts'
import { PickMany } from '../pick-many.tsx'
import { useSaving } from '../saving.ts'
import { useWords } from '../use-words.ts'

const everywhere = 'all'

export interface ChooseHolidaysDialogProps {
  readonly onSaved: (kept: readonly KeptHoliday[]) => void
  readonly onClose: () => void
}

/** Holidays of a place and year that are not kept yet. */
export function ChooseHolidaysDialog({ onSaved, onClose }: ChooseHolidaysDialogProps) {
  const { say, locale } = useWords()
  const { sites, holidays } = usePractice()
  const here = useSite()
  const today = useToday(here)
  const { act, isPending } = useAct(practice.addHolidays)
  const saving = useSaving<Refusal<typeof practice.addHolidays>>()
  const [country, setCountry] = useState('US')
  const [state, setState] = useState(here.address?.state.slice(0, 2).toUpperCase() ?? '')
  const [year, setYear] = useState(today.slice(0, 4))
  const [where, setWhere] = useState(everywhere)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [wasTried, setTried] = useState(false)
  const isAsked = /^[A-Z]{2}$/.test(country) && /^([A-Z0-9]{1,3})?$/.test(state)
  const place = state === '' ? {} : { state }
  const { data } = useAsk(
    practice.suggestHolidays,
    { country, ...place, year: Number(year) },
    { isEnabled: isAsked, keepPrevious: true },
  )
  const siteId = where === everywhere ? null : where
  const isKnown = (date: string) =>
    holidays.some((one) => one.date === date && (one.siteId === null || one.siteId === siteId))
  const offered = (data?.suggestions ?? []).filter(({ date }) => date >= today && !isKnown(date))
  // One line a date: two holidays of one date close it once.
  const lines = [...new Map(offered.toReversed().map((one) => [one.date, one])).values()].toReversed()
  const nameOf = (one: (typeof lines)[number]) => (locale.startsWith('es') ? one.nameEs : one.name)
  const picked = lines.filter(({ date }) => chosen.includes(date))
  const need = wasTried && picked.length === 0 ? say('needHolidays') : undefined
  const { refusal } = saving
  const refused = refusal ? say('refused_holiday-known', { date: formatDay(refusal.date, locale) }) : undefined
  const errors = [need, refused].flatMap((text) => (text === undefined ? [] : [{ text }]))
  const thisYear = Number(today.slice(0, 4))
  const save = async () => {
    setTried(true)
    if (picked.length === 0) return
    const wanted = picked.map((one) => ({ date: one.date, name: nameOf(one), siteId }))
    const saved = await saving.run(() => act({ holidays: wanted }))
    if (saved === null) return
    await refresh(practice.readPractice)
    showToast({ text: say('saved', { name: picked.map(nameOf).join(', ') }), kind: 'ok' })
    onSaved(saved.holidays)
    onClose()
  }
  return (
    <FormDialog
      size="lg"
      title={say('chooseHolidaysTitle')}
      errors={errors}
      failure={saving.failure}
      isPending={isPending}
      saveLabel={say('addChosen')}
      onSave={() => void save()}
      onClose={onClose}
    >
      <FieldGroup legend={say('where')} columns={2}>
        <TextField
          label={say('country')}
          value={country}
          onChange={(text) => setCountry(text.toUpperCase())}
          maxLength={2}
          autoComplete="off"
        />
        <TextField
          label={say('stateCode')}
          placeholder={say('wholeCountry')}
          value={state}
          onChange={(text) => setState(text.toUpperCase())}
          maxLength={3}
          autoComplete="off"
        />
        <Select
          label={say('year')}
          options={[thisYear, thisYear + 1, thisYear + 2].map((one) => ({ id: String(one), label: String(one) }))}
          value={year}
          onChange={setYear}
        />
        <Select
          label={say('site')}
          options={[
            { id: everywhere, label: say('wholePractice') },
            ...sites.map(({ id, name: label }) => ({ id, label })),
          ]}
          value={where}
          onChange={setWhere}
        />
      </FieldGroup>
      <PickMany
        legend={say('holidaysOf')}
        choices={lines.map((one) => ({
          id: one.date,
          label: `${formatDay(one.date, locale)} · ${nameOf(one)} (${say(`kindOf_${one.kind}`)})`,
        }))}
        chosen={picked.map(({ date }) => date)}
        onChange={setChosen}
        errorMessage={need}
        empty={say('holidaysNone')}
        hasAll
      />
    </FormDialog>
  )
}
