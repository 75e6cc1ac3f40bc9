import { payers } from '@foyer/contract'
import { isNpi } from '@foyer/coverage'
import { useState } from 'react'
import { useAct } from '../../../app/ask.ts'
import { usePractice } from '../../../app/site.ts'
import { Select, TextField } from '../../../ui/index.ts'
import { FormDialog } from '../form-dialog.tsx'
import type { BillingProvider } from '../shapes.ts'
import { useSave } from '../use-save.ts'
import { useWords } from '../use-words.ts'

export interface ProviderDialogProps {
  /** Null adds one. */
  readonly provider: BillingProvider | null
  readonly onClose: () => void
}

export function ProviderDialog({ provider, onClose }: ProviderDialogProps) {
  const { say } = useWords()
  const { sites } = usePractice()
  const adding = useAct(payers.addBillingProvider)
  const changing = useAct(payers.changeBillingProvider)
  const saving = useSave(onClose)
  const [siteId, setSite] = useState(provider?.siteId ?? '')
  const [name, setName] = useState(provider?.name ?? '')
  const [npi, setNpi] = useState(provider?.npi ?? '')
  const [taxId, setTaxId] = useState(provider?.taxId ?? '')
  const [taxonomy, setTaxonomy] = useState(provider?.taxonomy ?? '')
  const isTaxId = taxId === '' || /^\d{2}-?\d{7}$/.test(taxId)
  const isTaxonomy = taxonomy === '' || /^[0-9A-Z]{9}X$/.test(taxonomy)
  // Of the lengths that an NPI can not have yet nothing is said.
  const npiFault = npi.length >= 10 && !isNpi(npi) ? say('refused_npi-wrong') : undefined
  const body = {
    siteId: siteId === '' ? null : siteId,
    name: name.trim(),
    npi,
    taxId: taxId || null,
    taxonomy: taxonomy || null,
    address: provider?.address ?? null,
  }
  const save = () =>
    saving.run(() => (provider ? changing.act({ ...body, billingProviderId: provider.id }) : adding.act(body)))
  return (
    <FormDialog
      title={provider ? say('changeNamed', { name: provider.name }) : say('addProvider')}
      failure={saving.failure}
      isPending={adding.isPending || changing.isPending}
      isReady={body.name !== '' && isNpi(npi) && isTaxId && isTaxonomy}
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
      />
      <Select
        label={say('site')}
        options={[{ id: '', label: say('everySite') }, ...sites.map((site) => ({ id: site.id, label: site.name }))]}
        value={siteId}
        onChange={setSite}
      />
      <TextField
        label={say('npi')}
        description={say('npiHelp')}
        value={npi}
        onChange={(text) => setNpi(text.replace(/\D/g, ''))}
        maxLength={10}
        inputMode="numeric"
        isRequired
        autoComplete="off"
        isMono
        errorMessage={npiFault}
      />
      <TextField
        label={say('taxId')}
        value={taxId}
        onChange={(text) => setTaxId(text.trim())}
        maxLength={10}
        autoComplete="off"
        isMono
        errorMessage={isTaxId ? undefined : say('taxIdWrong')}
      />
      <TextField
        label={say('taxonomy')}
        description={say('taxonomyHelp')}
        value={taxonomy}
        onChange={(text) => setTaxonomy(text.trim().toUpperCase())}
        maxLength={10}
        autoComplete="off"
        isMono
        errorMessage={isTaxonomy ? undefined : say('taxonomyWrong')}
      />
    </FormDialog>
  )
}
