import { record } from '@foyer/contract'
import { addressText, isEmptyAddress } from '@foyer/patients'
import { DateField, FieldGroup, formatBirthDate, Select } from '../../../ui/index.ts'
import { AddressFields, noAddress } from './address-fields.tsx'
import { DetailsDialog } from './details-dialog.tsx'
import { fieldOf } from '../meanwhile/compare.ts'
import type { DialogOf, Place } from './shapes.ts'
import { useDetailsDraft } from './use-details-draft.ts'
import { useSave } from './use-save.ts'
import { useWords } from './use-words.ts'

const uses = record.placeUse.options

type Draft = Omit<Place, 'id'>

const noPlace: Draft = { use: 'temp', address: noAddress, periodStart: null, periodEnd: null }

export function PlaceDialog({ details, place, onClose }: DialogOf & { readonly place: Place | null }) {
  const { say, locale } = useWords()
  const held = useDetailsDraft<Draft>(details, {
    read: ({ places }) => (place === null ? noPlace : (places.find(({ id }) => id === place.id) ?? null)),
    fieldsOf: () => [
      fieldOf('address', say('address'), addressText),
      fieldOf('use', say('kind'), (use) => say(`place_${use}`)),
      fieldOf('periodStart', say('from'), (day) => day && formatBirthDate(day, locale)),
      fieldOf('periodEnd', say('to'), (day) => day && formatBirthDate(day, locale)),
    ],
  })
  const { draft, change: set, meanwhile } = held
  const add = useSave(record.addPlace, held, onClose)
  const change = useSave(record.changePlace, held, onClose)
  const away = useSave(record.removeAddress, held, onClose)
  const isThere = place !== null && !meanwhile.isGone
  const submit = () => {
    if (isEmptyAddress(draft.address)) return (isThere ? change : add).setFault(say('needAddress'))
    const { use, address, periodStart, periodEnd } = draft
    const body = { use, address, periodStart, periodEnd }
    return void (isThere
      ? change.save((at) => ({ ...at, ...body, placeId: place.id }))
      : add.save((at) => ({ ...at, ...body })))
  }
  return (
    <DetailsDialog
      title={say(place ? 'changePlaceTitle' : 'addPlaceTitle')}
      fault={add.fault ?? change.fault ?? away.fault}
      meanwhile={meanwhile}
      isPending={add.isPending || change.isPending}
      onSave={submit}
      onClose={onClose}
      onRemove={isThere ? () => void away.save((at) => ({ ...at, placeId: place.id })) : undefined}
    >
      <FieldGroup legend={say('places')} columns={2}>
        <AddressFields value={draft.address} onChange={(address) => set({ address })} />
        <Select
          label={say('kind')}
          options={uses.map((id) => ({ id, label: say(`place_${id}`) }))}
          value={draft.use}
          onChange={(use) => set({ use })}
        />
        <DateField label={say('from')} value={draft.periodStart} onChange={(periodStart) => set({ periodStart })} />
        <DateField
          label={say('to')}
          description={say('untilHelp')}
          value={draft.periodEnd}
          onChange={(periodEnd) => set({ periodEnd })}
        />
      </FieldGroup>
    </DetailsDialog>
  )
}
