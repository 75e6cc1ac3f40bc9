import { TextField } from '../../../ui/index.ts'
import type { Address } from './shapes.ts'
import { useWords } from './use-words.ts'

const parts = ['line', 'city', 'state', 'postalCode'] as const
const longest = { line: 120, city: 80, state: 40, postalCode: 20 }

export const noAddress: Address = { line: '', city: '', state: '', postalCode: '' }

export function AddressFields({
  value,
  onChange,
}: {
  readonly value: Address
  readonly onChange: (address: Address) => void
}) {
  const { say } = useWords()
  return parts.map((part) => (
    <TextField
      key={part}
      label={say(part)}
      value={value[part]}
      onChange={(text) => onChange({ ...value, [part]: text })}
      maxLength={longest[part]}
      autoComplete="off"
      autoFocus={part === 'line'}
    />
  ))
}
