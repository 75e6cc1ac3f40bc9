import { contactPreferences, isEmptyAddress, isWholeAddress } from '@foyer/patients'
import { useState } from 'react'
import { Select, TextField } from '../../../ui/index.ts'
import type { FieldsProps } from './fields-props.ts'
import { isPhoneTooShort } from '../draft.ts'
import { useWords } from '../use-words.ts'

export function ReachFields(props: FieldsProps) {
  const { draft, onChange, text, isAsked, isRequired, hasFocus, keepsPhoneAsTold = true } = props
  const { say, locale } = useWords()
  const [wasLeft, setLeft] = useState(false)
  return (
    <>
      {isAsked('phone') && (
        <TextField
          label={say('phone')}
          {...text('phone')}
          onBlur={() => setLeft(true)}
          {...(wasLeft && keepsPhoneAsTold && isPhoneTooShort(draft.phone)
            ? { description: say('phoneAsToldHelp') }
            : {})}
          isRequired={isRequired('phone')}
          autoFocus={hasFocus('phone')}
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
          autoFocus={hasFocus('email')}
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
            {...(isEmptyAddress(draft) || isWholeAddress(draft) ? {} : { description: say('addressPartHelp') })}
            isRequired={isRequired('address')}
            autoFocus={hasFocus('address')}
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
            ...contactPreferences.map((one) => ({ id: one.code, label: one[locale] })),
          ]}
          value={draft.contactPreference}
          onChange={(id) =>
            onChange({ contactPreference: contactPreferences.find(({ code }) => code === id)?.code ?? 'none' })
          }
          isRequired={isRequired('contactPreference')}
          autoFocus={hasFocus('contactPreference')}
        />
      )}
    </>
  )
}
