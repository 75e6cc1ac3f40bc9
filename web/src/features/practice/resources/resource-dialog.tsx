import { practice, type Refusal } from '@foyer/contract'
import { languageName, languages } from '@foyer/patients'
import { useState } from 'react'
import { refresh, useAct } from '../../../app/ask.ts'
import { usePractice, useSite } from '../../../app/site.ts'
import { FieldGroup, NumberField, Select, showToast, Switch, TextField, zoneCity } from '../../../ui/index.ts'
import { ChipField } from '../chip-field.tsx'
import { FormDialog } from '../form-dialog.tsx'
import { PickMany } from '../pick-many.tsx'
import page from '../practice.module.css'
import { useSaving } from '../saving.ts'
import { kinds, type Resource, type ResourceKind } from '../shapes.ts'
import { useWords } from '../use-words.ts'
import { type HoursFault, hoursOf, weekFaults, weekOf } from './week.ts'
import { WeekEditor } from './week-editor.tsx'
import { weekdayName } from './weekday-names.ts'

export interface ResourceDialogProps {
  /** The resource to change; null adds one. */
  readonly resource: Resource | null
  readonly onClose: () => void
}

export function ResourceDialog({ resource, onClose }: ResourceDialogProps) {
  const { say, locale } = useWords()
  const { sites, resources } = usePractice()
  const here = useSite()
  const adding = useAct(practice.addResource)
  const changing = useAct(practice.changeResource)
  const saving = useSaving<Refusal<typeof practice.addResource>>()
  const [name, setName] = useState(resource?.name ?? '')
  const [kind, setKind] = useState<ResourceKind>(resource?.kind ?? 'practitioner')
  const [siteId, setSiteId] = useState(resource?.siteId ?? here.id)
  const [specialty, setSpecialty] = useState(resource?.specialty ?? '')
  const [spoken, setSpoken] = useState<readonly string[]>(resource?.languages ?? [])
  const [active, setActive] = useState(resource?.active ?? true)
  const [attributes, setAttributes] = useState<readonly string[]>(resource?.attributes ?? [])
  const [lanes, setLanes] = useState<number | null>(resource?.lanes ?? 1)
  const [newPatients, setNewPatients] = useState<number | null>(resource?.newPatientsPerDay ?? null)
  const [week, setWeek] = useState(() => weekOf(resource?.hours ?? []))
  const [wasTried, setTried] = useState(false)

  const { refusal } = saving
  const found = weekFaults(week)
  const refused: ReadonlyMap<number, HoursFault> = refusal ? new Map([[refusal.weekday, refusal.reason]]) : new Map()
  const hoursFaults = new Map([...refused, ...(wasTried ? found : [])])
  const nameFault = wasTried && name.trim() === '' ? say('needName') : undefined
  const errors = [
    ...(nameFault === undefined ? [] : [{ text: nameFault }]),
    ...[...hoursFaults].map(([weekday, fault]) => ({
      text: say('faultOn', { day: weekdayName(weekday, locale, 'long'), text: say(fault) }),
    })),
  ]
  const isPerson = kind === 'practitioner' || kind === 'interpreter'
  const zone = sites.find(({ id }) => id === siteId)?.timeZone ?? here.timeZone
  const languageChoices = [...new Set([...languages.map(({ code }) => code), ...spoken])].map((code) => ({
    id: code,
    label: languageName(code, locale),
  }))

  const inUse = [...new Set(resources.flatMap((one) => (one.kind === kind ? one.attributes : [])))].toSorted()

  const save = async () => {
    setTried(true)
    if (name.trim() === '' || (!resource && found.size > 0)) return
    const body = {
      name: name.trim(),
      kind,
      siteId,
      specialty: specialty.trim() === '' || !isPerson ? null : specialty.trim(),
      languages: isPerson ? [...spoken] : [],
      active,
      attributes: [...attributes],
      lanes: lanes ?? 1,
      newPatientsPerDay: kind === 'practitioner' ? newPatients : null,
    }
    const saved = await saving.run(() =>
      resource
        ? changing.act({ ...body, resourceId: resource.id })
        : adding.act({ ...body, hours: [...hoursOf(week)] }),
    )
    if (saved === null) return
    await refresh(practice.readPractice)
    showToast({ text: say('saved', { name: saved.name }), kind: 'ok' })
    onClose()
  }
  return (
    <FormDialog
      size="lg"
      title={resource ? say('changeResource', { name: resource.name }) : say('addResource')}
      errors={errors}
      failure={saving.failure}
      isPending={adding.isPending || changing.isPending}
      onSave={() => void save()}
      onClose={onClose}
    >
      <FieldGroup legend={say('whoOrWhat')} columns={2}>
        <TextField
          label={say('name')}
          value={name}
          onChange={setName}
          maxLength={120}
          isRequired
          autoFocus
          autoComplete="off"
          errorMessage={nameFault}
        />
        <Select
          label={say('kind')}
          options={kinds.map((id) => ({ id, label: say(`oneKind_${id}`) }))}
          value={kind}
          onChange={setKind}
        />
        <Select
          label={say('site')}
          options={sites.map(({ id, name: label }) => ({ id, label }))}
          value={siteId}
          onChange={setSiteId}
        />
        {isPerson && (
          <TextField
            label={say('specialty')}
            description={say('specialtyHelp')}
            value={specialty}
            onChange={setSpecialty}
            maxLength={80}
            autoComplete="off"
          />
        )}
      </FieldGroup>
      {isPerson && (
        <PickMany
          legend={say('languages')}
          description={say('languagesHelp')}
          choices={languageChoices}
          chosen={spoken}
          onChange={setSpoken}
        />
      )}
      <ChipField
        label={say('attributes')}
        description={say('attributesHelp')}
        chosen={attributes}
        onChange={setAttributes}
        suggestions={inUse}
      />
      <NumberField
        label={say('lanes')}
        description={say('lanesHelp')}
        value={lanes}
        onChange={setLanes}
        minValue={1}
        maxValue={50}
      />
      {kind === 'practitioner' && (
        <NumberField
          label={say('newPatientsPerDay')}
          description={say('newPatientsPerDayHelp')}
          value={newPatients}
          onChange={setNewPatients}
          minValue={0}
          maxValue={200}
        />
      )}
      {resource ? (
        <p className={page.small}>{say('weekElsewhere')}</p>
      ) : (
        <WeekEditor
          week={week}
          onChange={(next) => {
            setWeek(next)
            saving.forgive()
          }}
          faults={hoursFaults}
          city={zoneCity(zone)}
        />
      )}
      <Switch isSelected={active} onChange={setActive} description={say('resourceActiveHelp')}>
        {say('resourceActive')}
      </Switch>
    </FormDialog>
  )
}
