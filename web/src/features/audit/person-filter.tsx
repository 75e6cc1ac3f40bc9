import { patients } from '@foyer/contract'
import { displayName, isTooShortToSearch } from '@foyer/patients'
import { useEffect, useState } from 'react'
import { useAsk } from '../../app/ask.ts'
import { useCatalog } from '../../app/catalog.ts'
import { ComboBox, formatBirthDate } from '../../ui/index.ts'
import { words } from './words.ts'

const pauseMs = 150
const mostFound = 8

interface PersonFilterProps {
  readonly value: string | null
  /** Of whoever is chosen; undefined: not known yet. */
  readonly name: string | undefined
  readonly onChange: (patientId: string | null) => void
}

/** Finds one patient by anything that is typed; each is shown with birth date and MRN. */
export function PersonFilter({ value, name, onChange }: PersonFilterProps) {
  const { say, locale } = useCatalog('audit', words)
  const [typed, setTyped] = useState<string | null>(null)
  const [asked, setAsked] = useState('')
  useEffect(() => {
    const pause = setTimeout(() => setAsked((typed ?? '').trim()), pauseMs)
    return () => clearTimeout(pause)
  }, [typed])
  const isEnabled = !isTooShortToSearch(asked)
  const found = useAsk(
    patients.searchPatients,
    { q: asked.slice(0, 120), limit: mostFound },
    { isEnabled, keepPrevious: true },
  )
  const hits = isEnabled ? (found.data?.patients ?? []) : []
  const options = hits.map((hit) => ({
    id: hit.id,
    label: displayName(hit.name),
    detail: `${formatBirthDate(hit.birthDate, locale)} · ${hit.mrn}`,
  }))
  const chosen = value === null ? '' : (name ?? say('onePerson'))
  return (
    <ComboBox
      label={say('filterPatient')}
      placeholder={say('everybody')}
      options={value === null || typed !== null ? options : [{ id: value, label: chosen }]}
      value={value}
      onChange={(id) => {
        setTyped(null)
        if (id !== value) onChange(id)
      }}
      inputValue={typed ?? chosen}
      onInputChange={(text) => setTyped(text === chosen ? null : text)}
      emptyText={say(isEnabled ? 'noPatient' : 'typePatient')}
    />
  )
}
