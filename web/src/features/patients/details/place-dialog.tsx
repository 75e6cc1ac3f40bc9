import { record } from '@foyer/contract'
import { useState } from 'react'
import { DateField, FieldGroup, Select } from '../../../ui/index.ts'
import { AddressFields, isWhole, noAddress } from './address-fields.tsx'
import { DetailsDialog } from './details-dialog.tsx'
import type { DialogOf, Place } from './shapes.ts'
import { useSave } from './use-save.ts'
import { useWords } from './use-words.ts'

const uses = record.placeUse.options

export function PlaceDialog({ details, place, onClose }: DialogOf & { readonly place: Place | null }) {
  const { say } = useWords()
  const add = useSave(record.addPlace, onClose)
  const change = useSave(record.changePlace, onClose)
  const away = useSave(record.removeAddress, onClose)
  const [use, setUse] = useState<(typeof uses)[number]>(place?.use ?? 'temp')
  const [address, setAddress] = useState(place?.address ?? noAddress)
  const [periodStart, setStart] = useState(place?.periodStart ?? null)
  const [periodEnd, setEnd] = useState(place?.periodEnd ?? null)
  const at = { patientId: details.patientId, version: details.version }
  const submit = () => {
    if (!isWhole(address)) return (place ? change : add).setFault(say('needAddress'))
    const body = { ...at, use, address, periodStart, periodEnd }
    return void (place ? change.save({ ...body, placeId: place.id }) : add.save(body))
  }
  return (
    <DetailsDialog
      title={say(place ? 'changePlaceTitle' : 'addPlaceTitle')}
      fault={add.fault ?? change.fault ?? away.fault}
      isPending={add.isPending || change.isPending}
      onSave={submit}
      onClose={onClose}
      onRemove={place ? () => void away.save({ ...at, placeId: place.id }) : undefined}
    >
      <FieldGroup legend={say('places')} columns={2}>
        <AddressFields value={address} onChange={setAddress} />
        <Select
          label={say('kind')}
          options={uses.map((id) => ({ id, label: say(`place_${id}`) }))}
          value={use}
          onChange={setUse}
        />
        <DateField label={say('from')} value={periodStart} onChange={setStart} />
        <DateField label={say('to')} description={say('untilHelp')} value={periodEnd} onChange={setEnd} />
      </FieldGroup>
    </DetailsDialog>
  )
}
