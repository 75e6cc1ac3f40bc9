import { record } from '@foyer/contract'
import { useState } from 'react'
import { useSite, useToday } from '../../../app/site.ts'
import { DateField, FieldGroup } from '../../../ui/index.ts'
import { AddressFields, isEmpty, isWhole, noAddress } from './address-fields.tsx'
import { DetailsDialog } from './details-dialog.tsx'
import type { DialogOf } from './shapes.ts'
import { useSave } from './use-save.ts'
import { useWords } from './use-words.ts'

/** They live somewhere else now, or nobody moved and it was written wrong. */
export function HomeDialog({ details, isMove, onClose }: DialogOf & { readonly isMove: boolean }) {
  const { say } = useWords()
  const today = useToday(useSite())
  const moved = useSave(record.moveHome, onClose)
  const corrected = useSave(record.correctAddress, onClose)
  const { setFault } = isMove ? moved : corrected
  const [address, setAddress] = useState(isMove ? noAddress : (details.address ?? noAddress))
  const [since, setSince] = useState(isMove ? today : details.addressSince)
  const at = { patientId: details.patientId, version: details.version }
  const submit = () => {
    const mayBeEmpty = !isMove && isEmpty(address)
    if (!isWhole(address) && !mayBeEmpty) return setFault(say('needAddress'))
    if (!isMove) return void corrected.save({ ...at, address: mayBeEmpty ? null : address, since })
    return since === null ? setFault(say('needDay')) : void moved.save({ ...at, address, on: since })
  }
  return (
    <DetailsDialog
      title={say(isMove ? 'movedTitle' : 'correctTitle')}
      description={isMove ? undefined : say('correctHelp')}
      fault={moved.fault ?? corrected.fault}
      isPending={moved.isPending || corrected.isPending}
      onSave={submit}
      onClose={onClose}
    >
      <FieldGroup legend={say('livesAt')} columns={2}>
        <AddressFields value={address} onChange={setAddress} />
        <DateField
          label={say(isMove ? 'movedOn' : 'since')}
          value={since}
          onChange={setSince}
          maxValue={today}
          isRequired={isMove}
        />
      </FieldGroup>
    </DetailsDialog>
  )
}
