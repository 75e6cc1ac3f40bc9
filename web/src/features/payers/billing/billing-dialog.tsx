import { payers } from '@foyer/contract'
import { serviceName, serviceTypeCodes } from '@foyer/coverage'
import { useState } from 'react'
import { useAct } from '../../../app/ask.ts'
import { ComboBox, Tag, TagRow, TextField } from '../../../ui/index.ts'
import { FormDialog } from '../form-dialog.tsx'
import type { VisitBilling } from '../shapes.ts'
import { useSave } from '../use-save.ts'
import { useWords } from '../use-words.ts'
import { procedureLine, proceduresOf } from './draft.ts'

export interface BillingDialogProps {
  readonly visitTypeId: string
  readonly name: string
  readonly billing: VisitBilling | null
  readonly onClose: () => void
}

export function BillingDialog({ visitTypeId, name, billing, onClose }: BillingDialogProps) {
  const { say, locale } = useWords()
  const { act, isPending } = useAct(payers.saveVisitTypeBilling)
  const saving = useSave(onClose)
  const [serviceTypes, setServiceTypes] = useState<readonly string[]>(billing?.serviceTypes ?? [])
  const [text, setText] = useState((billing?.procedures ?? []).map(procedureLine).join('\n'))
  const [place, setPlace] = useState(billing?.placeOfService ?? '11')
  const read = proceduresOf(text)
  const isPlace = /^\d{2}$/.test(place)
  const save = async () => {
    if (!read.ok || !isPlace) return
    const body = { serviceTypes: [...serviceTypes], procedures: read.procedures, placeOfService: place }
    await saving.run(() => act({ visitTypeId, ...body }))
  }
  return (
    <FormDialog
      title={say('changeNamed', { name })}
      failure={saving.failure}
      isPending={isPending}
      isReady={read.ok && isPlace}
      onSave={() => void save()}
      onClose={onClose}
    >
      <ComboBox
        label={say('addServiceType')}
        description={say('serviceTypesHelp')}
        options={serviceTypeCodes
          .filter((code) => !serviceTypes.includes(code))
          .map((code) => ({ id: code, label: `${serviceName(code, locale)} (${code})` }))}
        value={null}
        onChange={(code) => code !== null && setServiceTypes((before) => [...before, code])}
        emptyText={say('noServiceType')}
        autoFocus
      />
      <TagRow>
        {serviceTypes.map((code) => (
          <Tag
            key={code}
            removeLabel={say('removeNamed', { name: serviceName(code, locale) })}
            onRemove={() => setServiceTypes((before) => before.filter((one) => one !== code))}
          >
            {serviceName(code, locale)} ({code})
          </Tag>
        ))}
      </TagRow>
      <TextField
        label={say('procedures')}
        description={say('proceduresHelp')}
        value={text}
        onChange={setText}
        multiline
        rows={4}
        isMono
        errorMessage={read.ok ? undefined : say('procedureNotRead', { line: read.line })}
      />
      <TextField
        label={say('place')}
        description={say('placeHelp')}
        value={place}
        onChange={setPlace}
        maxLength={2}
        inputMode="numeric"
        isRequired
        isMono
      />
    </FormDialog>
  )
}
