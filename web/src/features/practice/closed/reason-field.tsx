import { TextField } from '../../../ui/index.ts'
import { useWords } from '../use-words.ts'

export interface ReasonFieldProps {
  readonly value: string
  readonly onChange: (reason: string) => void
  readonly errorMessage: string | undefined
}

export function ReasonField({ value, onChange, errorMessage }: ReasonFieldProps) {
  const { say } = useWords()
  return (
    <TextField
      label={say('reason')}
      description={say('reasonHelp')}
      value={value}
      onChange={onChange}
      maxLength={120}
      isRequired
      autoComplete="off"
      errorMessage={errorMessage}
    />
  )
}
