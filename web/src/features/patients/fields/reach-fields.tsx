import { Select, TextField } from '../../../ui/index.ts'
import type { FieldsProps } from './fields-props.ts'
import { useWords } from '../use-words.ts'

const preferences = ['text', 'call', 'email', 'letter'] as const

export function ReachFields({ draft, onChange, text, isAsked, isRequired }: FieldsProps) {
  const { say } = useWords()
  return (
    <>
      {isAsked('phone') && (
        <TextField
          label={say('phone')}
          {...text('phone')}
          isRequired={isRequired('phone')}
          type="tel"
          maxLength={40}
          autoComplete="off"
        />
      )}
      {isAsked('email') && (
        <TextField
          label={say('email')}
          {...text('email')}
          isRequired={isRequired('email')}
          type="email"
          maxLength={200}
          autoComplete="off"
        />
      )}
      {isAsked('address') && (
        <>
          <TextField
            label={say('addressLine')}
            {...text('line')}
            isRequired={isRequired('address')}
            maxLength={120}
            autoComplete="off"
          />
          <TextField label={say('city')} {...text('city')} maxLength={80} autoComplete="off" />
          <TextField label={say('state')} {...text('state')} maxLength={40} autoComplete="off" />
          <TextField
            label={say('postalCode')}
            {...text('postalCode')}
            maxLength={20}
            inputMode="numeric"
            autoComplete="off"
          />
        </>
      )}
      {isAsked('contactPreference') && (
        <Select
          label={say('contactPreference')}
          options={[
            { id: 'none', label: say('prefersNone') },
            ...preferences.map((id) => ({ id, label: say(`prefer_${id}`) })),
          ]}
          value={draft.contactPreference}
          onChange={(id) => onChange({ contactPreference: preferences.find((one) => one === id) ?? 'none' })}
          isRequired={isRequired('contactPreference')}
        />
      )}
    </>
  )
}
