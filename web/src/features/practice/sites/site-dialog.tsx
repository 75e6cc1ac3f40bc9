import { practice, type Refusal } from '@foyer/contract'
import { useMemo, useState } from 'react'
import { refresh, useAct } from '../../../app/ask.ts'
import { useNow } from '../../../app/clock.ts'
import { ComboBox, FieldGroup, formatTime, showToast, Switch, TextField } from '../../../ui/index.ts'
import { FormDialog } from '../form-dialog.tsx'
import { useSaving } from '../saving.ts'
import type { Site } from '../shapes.ts'
import { useWords } from '../use-words.ts'
import { zoneOptions } from './zones.ts'

export interface SiteDialogProps {
  /** The site to change; null adds one. */
  readonly site: Site | null
  readonly onClose: () => void
}

const noAddress = { line: '', city: '', state: '', postalCode: '' }

export function SiteDialog({ site, onClose }: SiteDialogProps) {
  const { say } = useWords()
  const now = useNow()
  const adding = useAct(practice.addSite)
  const changing = useAct(practice.changeSite)
  const saving = useSaving<Refusal<typeof practice.addSite>>()
  const zones = useMemo(() => zoneOptions(site?.timeZone ?? null), [site])
  const [name, setName] = useState(site?.name ?? '')
  const [timeZone, setTimeZone] = useState(site?.timeZone ?? null)
  const [phone, setPhone] = useState(site?.phone ?? '')
  const [address, setAddress] = useState(site?.address ?? noAddress)
  const [active, setActive] = useState(site?.active ?? true)
  const [wasTried, setTried] = useState(false)

  const parts = Object.values(address).map((part) => part.trim())
  const isPartly = parts.some((part) => part !== '') && parts.includes('')
  const faults = {
    name: name.trim() === '' ? say('needName') : undefined,
    timeZone: timeZone === null ? say('needTimeZone') : undefined,
    address: isPartly ? say('addressWhole') : undefined,
  }
  const shown: Partial<typeof faults> = wasTried ? faults : {}
  const zoneRefused = saving.refusal ? say(`refused_${saving.refusal.reason}`) : undefined
  const errors = [...Object.values(shown), zoneRefused].filter((text) => text !== undefined).map((text) => ({ text }))

  const save = async () => {
    setTried(true)
    if (faults.name !== undefined || timeZone === null || isPartly) return
    const body = {
      name: name.trim(),
      timeZone,
      phone: phone.trim() === '' ? null : phone.trim(),
      address: parts.includes('') ? null : address,
      active,
    }
    const saved = await saving.run(() => (site ? changing.act({ ...body, siteId: site.id }) : adding.act(body)))
    if (saved === null) return
    await refresh(practice.readPractice)
    showToast({ text: say('saved', { name: saved.name }), kind: 'ok' })
    onClose()
  }
  const addressField = (part: keyof typeof noAddress, label: string, maxLength: number) => (
    <TextField
      label={label}
      value={address[part]}
      onChange={(text) => setAddress({ ...address, [part]: text })}
      maxLength={maxLength}
      autoComplete="off"
      errorMessage={address[part].trim() === '' ? shown.address : undefined}
    />
  )
  return (
    <FormDialog
      title={site ? say('changeSite', { name: site.name }) : say('addSite')}
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
        maxLength={120}
        isRequired
        autoFocus
        autoComplete="off"
        errorMessage={shown.name}
      />
      <ComboBox
        label={say('timeZone')}
        placeholder={say('zonePlaceholder')}
        description={
          timeZone === null
            ? say('timeZoneHelp')
            : `${timeZone}. ${say('timeThere', { time: formatTime(now, timeZone) })}`
        }
        options={zones}
        value={timeZone}
        onChange={(id) => {
          setTimeZone(id)
          saving.forgive()
        }}
        isRequired
        errorMessage={zoneRefused ?? shown.timeZone}
      />
      <TextField label={say('phone')} type="tel" value={phone} onChange={setPhone} maxLength={40} autoComplete="off" />
      <FieldGroup legend={say('address')} columns={2}>
        {addressField('line', say('street'), 120)}
        {addressField('city', say('city'), 80)}
        {addressField('state', say('stateOf'), 40)}
        {addressField('postalCode', say('postalCode'), 20)}
      </FieldGroup>
      <Switch isSelected={active} onChange={setActive} description={say('siteActiveHelp')}>
        {say('siteActive')}
      </Switch>
    </FormDialog>
  )
}
