import { record } from '@foyer/contract'
import { addressText, isEmptyAddress } from '@foyer/patients'
import { useSite, useToday } from '../../../app/site.ts'
import { DateField, FieldGroup, formatBirthDate } from '../../../ui/index.ts'
import { AddressFields, noAddress } from './address-fields.tsx'
import { DetailsDialog } from './details-dialog.tsx'
import { fieldOf } from '../meanwhile/compare.ts'
import type { Address, DialogOf } from './shapes.ts'
import { useDetailsDraft } from './use-details-draft.ts'
import { useSave } from './use-save.ts'
import { useWords } from './use-words.ts'

interface Home {
  readonly address: Address
  readonly since: string | null
}

/** They live somewhere else now, or nobody moved and it was written wrong. */
export function HomeDialog({ details, isMove, onClose }: DialogOf & { readonly isMove: boolean }) {
  const { say, locale } = useWords()
  const today = useToday(useSite())
  const held = useDetailsDraft<Home>(details, {
    read: ({ address, addressSince }) => ({ address: address ?? noAddress, since: addressSince }),
    fieldsOf: () => [
      fieldOf('address', say('address'), (address) => (isEmptyAddress(address) ? null : addressText(address))),
      fieldOf('since', say('since'), (day) => day && formatBirthDate(day, locale)),
    ],
    ...(isMove ? { start: { address: noAddress, since: today } } : {}),
  })
  const { draft, change, meanwhile } = held
  const moved = useSave(record.moveHome, held, onClose)
  const corrected = useSave(record.correctAddress, held, onClose)
  const { setFault } = isMove ? moved : corrected
  const submit = () => {
    const { address, since } = draft
    const mayBeEmpty = !isMove && isEmptyAddress(address)
    if (isEmptyAddress(address) && !mayBeEmpty) return setFault(say('needAddress'))
    if (!isMove) return void corrected.save((at) => ({ ...at, address: mayBeEmpty ? null : address, since }))
    return since === null ? setFault(say('needDay')) : void moved.save((at) => ({ ...at, address, on: since }))
  }
  return (
    <DetailsDialog
      title={say(isMove ? 'movedTitle' : 'correctTitle')}
      description={isMove ? undefined : say('correctHelp')}
      fault={moved.fault ?? corrected.fault}
      meanwhile={meanwhile}
      isPending={moved.isPending || corrected.isPending}
      onSave={submit}
      onClose={onClose}
    >
      <FieldGroup legend={say('livesAt')} columns={2}>
        <AddressFields value={draft.address} onChange={(address) => change({ address })} />
        <DateField
          label={say(isMove ? 'movedOn' : 'since')}
          value={draft.since}
          onChange={(since) => change({ since })}
          maxValue={today}
          isRequired={isMove}
        />
      </FieldGroup>
    </DetailsDialog>
  )
}
