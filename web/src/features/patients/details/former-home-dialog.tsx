import { record } from '@foyer/contract'
import { addressText, isEmptyAddress } from '@foyer/patients'
import { useSite, useToday } from '../../../app/site.ts'
import { DateField, FieldGroup, formatBirthDate } from '../../../ui/index.ts'
import { fieldOf } from '../meanwhile/compare.ts'
import { AddressFields, noAddress } from './address-fields.tsx'
import { DetailsDialog } from './details-dialog.tsx'
import type { DialogOf, FormerHome } from './shapes.ts'
import { useDetailsDraft } from './use-details-draft.ts'
import { useSave } from './use-save.ts'
import { useWords } from './use-words.ts'

type Draft = Omit<FormerHome, 'id'>

const noHome: Draft = { address: noAddress, periodStart: null, periodEnd: null }

/** Where they lived before: noted later, corrected, or taken away because it was never theirs. */
export function FormerHomeDialog({ details, former, onClose }: DialogOf & { readonly former: FormerHome | null }) {
  const { say, locale } = useWords()
  const today = useToday(useSite())
  const day = (date: string | null) => date && formatBirthDate(date, locale)
  const held = useDetailsDraft<Draft>(details, {
    read: ({ formerAddresses }) =>
      former === null ? noHome : (formerAddresses.find(({ id }) => id === former.id) ?? null),
    fieldsOf: () => [
      fieldOf('address', say('address'), addressText),
      fieldOf('periodStart', say('from'), day),
      fieldOf('periodEnd', say('to'), day),
    ],
  })
  const { draft, change: set, meanwhile } = held
  const add = useSave(record.addFormerHome, held, onClose)
  const change = useSave(record.changeFormerHome, held, onClose)
  const away = useSave(record.removeAddress, held, onClose)
  const isThere = former !== null && !meanwhile.isGone
  const submit = () => {
    const { address, periodStart, periodEnd } = draft
    if (isEmptyAddress(address)) return (isThere ? change : add).setFault(say('needAddress'))
    const body = { address, periodStart, periodEnd }
    return void (isThere
      ? change.save((at) => ({ ...at, ...body, placeId: former.id }))
      : add.save((at) => ({ ...at, ...body })))
  }
  return (
    <DetailsDialog
      title={say(former ? 'changeHomeTitle' : 'addHome')}
      description={former && say('removeHelp')}
      fault={add.fault ?? change.fault ?? away.fault}
      meanwhile={meanwhile}
      isPending={add.isPending || change.isPending || away.isPending}
      onSave={submit}
      onClose={onClose}
      onRemove={isThere ? () => void away.save((at) => ({ ...at, placeId: former.id })) : undefined}
    >
      <FieldGroup legend={say('formerHomes')} columns={2}>
        <AddressFields value={draft.address} onChange={(address) => set({ address })} />
        <DateField
          label={say('from')}
          value={draft.periodStart}
          onChange={(periodStart) => set({ periodStart })}
          maxValue={today}
        />
        <DateField
          label={say('to')}
          description={say('untilHelp')}
          value={draft.periodEnd}
          onChange={(periodEnd) => set({ periodEnd })}
          maxValue={today}
        />
      </FieldGroup>
    </DetailsDialog>
  )
}
