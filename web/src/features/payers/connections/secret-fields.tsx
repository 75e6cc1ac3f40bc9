import { Select, TextField } from '../../../ui/index.ts'
import styles from '../payers.module.css'
import { useWords } from '../use-words.ts'
import type { Draft, SecretKind } from './draft.ts'

export interface SecretFieldsProps {
  readonly draft: Draft
  readonly hasSecret: boolean
  readonly onPut: (part: Partial<Draft>) => void
}

const kinds = ['none', 'password', 'token', 'key'] as const

/** What the other side asks for before it answers. It is written and never shown again. */
export function SecretFields({ draft, hasSecret, onPut }: SecretFieldsProps) {
  const { say } = useWords()
  const offered: readonly SecretKind[] = hasSecret ? ['kept', ...kinds] : kinds
  const { secret, user, word } = draft
  return (
    <>
      <Select
        label={say('secret')}
        description={say('secretHelp')}
        options={offered.map((id) => ({ id, label: say(`secret_${id}`) }))}
        value={secret}
        onChange={(id) => onPut({ secret: offered.find((one) => one === id) ?? secret, word: '' })}
      />
      {secret !== 'none' && secret !== 'kept' && (
        <div className={styles.fields}>
          {secret !== 'token' && (
            <TextField
              label={say('user')}
              value={user}
              onChange={(text) => onPut({ user: text })}
              maxLength={200}
              isRequired
              autoComplete="off"
            />
          )}
          {secret === 'key' ? (
            <TextField
              label={say('secretWord_key')}
              value={word}
              onChange={(text) => onPut({ word: text })}
              multiline
              rows={4}
              isRequired
              isMono
            />
          ) : (
            <TextField
              label={say(`secretWord_${secret}`)}
              value={word}
              onChange={(text) => onPut({ word: text })}
              type="password"
              maxLength={4000}
              isRequired
              autoComplete="new-password"
            />
          )}
        </div>
      )}
    </>
  )
}
