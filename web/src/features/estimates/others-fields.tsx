import { Button, FieldGroup, TextField } from '../../ui/index.ts'
import type { Faulty, OtherDraft } from './others-draft.ts'
import { useWords } from './use-words.ts'

export interface OthersFieldsProps {
  readonly drafts: readonly OtherDraft[]
  readonly onChange: (drafts: readonly OtherDraft[]) => void
  readonly faulty: Faulty | null
}

const most = 12

/** Others whose services belong to the visit, as they told the practice (45 CFR 149.610(b)(2)). */
export function OthersFields({ drafts, onChange, faulty }: OthersFieldsProps) {
  const { say } = useWords()
  const change = (key: number, to: Partial<OtherDraft>) =>
    onChange(drafts.map((one) => (one.key === key ? { ...one, ...to } : one)))
  const add = () => {
    const key = Math.max(0, ...drafts.map((one) => one.key)) + 1
    onChange([...drafts, { key, name: '', npi: '', taxId: '', place: '', services: '' }])
  }
  return (
    <>
      {drafts.map(({ key, name, npi, taxId, place, services }, at) => {
        const fault = faulty?.key === key ? faulty.fault : null
        const of = { number: at + 1 }
        return (
          <FieldGroup key={key} legend={say('other', of)} description={say('otherHelp')} columns={2}>
            <TextField
              label={say('otherName')}
              value={name}
              onChange={(text) => change(key, { name: text })}
              maxLength={160}
              autoComplete="off"
              autoFocus
              {...(fault === 'name' ? { errorMessage: say('otherNeedsName') } : {})}
            />
            <TextField
              label={say('otherPlace')}
              value={place}
              onChange={(text) => change(key, { place: text })}
              maxLength={200}
              autoComplete="off"
            />
            <TextField
              label="NPI"
              value={npi}
              onChange={(text) => change(key, { npi: text })}
              maxLength={10}
              inputMode="numeric"
              isMono
              autoComplete="off"
              {...(fault === 'npi' ? { errorMessage: say('otherNpiWrong') } : {})}
            />
            <TextField
              label={say('otherTaxId')}
              value={taxId}
              onChange={(text) => change(key, { taxId: text })}
              maxLength={20}
              isMono
              autoComplete="off"
            />
            <TextField
              label={say('otherServices')}
              description={say('otherServicesHelp')}
              value={services}
              onChange={(text) => change(key, { services: text })}
              multiline
              rows={3}
              isMono
              {...(fault === 'services'
                ? { errorMessage: say('otherServicesWrong', { line: faulty?.line ?? '' }).trim() }
                : {})}
            />
            <div>
              <Button size="sm" variant="quiet" onPress={() => onChange(drafts.filter((one) => one.key !== key))}>
                {say('otherRemove', of)}
              </Button>
            </div>
          </FieldGroup>
        )
      })}
      {drafts.length < most && (
        <div>
          <Button size="sm" onPress={add}>
            {say('otherAdd')}
          </Button>
        </div>
      )}
    </>
  )
}
