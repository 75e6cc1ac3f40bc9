import { displayName, formatPhone } from '@foyer/patients'
import { Button, Dialog, Kbd, useShortcuts } from '../../ui/index.ts'
import { TwoIdentifiers } from '../patients/index.ts'
import { CallerNotes } from './caller-notes.tsx'
import styles from './calls.module.css'
import type { Call, Phone } from './use-phone.ts'
import { useWords } from './use-words.ts'

/** Several people use this number: 1 to 9 say who it is. */
export function WhoCalls({ call, phone }: { readonly call: Call; readonly phone: Phone }) {
  const { say } = useWords()
  const people = call.candidates.slice(0, 9)
  useShortcuts(
    {
      ...Object.fromEntries(
        people.map((person, at) => [
          `${at + 1}`,
          { label: displayName(person.name), run: () => phone.choose(person.id) },
        ]),
      ),
      '/': { label: say('someoneElse'), run: phone.search },
    },
    { scope: 'dialog' },
  )
  return (
    <Dialog
      isOpen
      onClose={phone.stopChoosing}
      title={say('whoTitle')}
      description={say('whoHelp', { number: formatPhone(call.from) })}
      footer={
        <>
          <Button shortcut="/" onPress={phone.search}>
            {say('someoneElse')}
          </Button>
          <Button onPress={phone.stopChoosing}>{say('decideLater')}</Button>
        </>
      }
    >
      <ol className={styles.people}>
        {people.map((person, at) => (
          <li key={person.id}>
            <button
              type="button"
              className={styles.personButton}
              onClick={() => phone.choose(person.id)}
              autoFocus={at === 0}
            >
              <span aria-hidden>
                <Kbd keys={`${at + 1}`} />
              </span>
              <span>
                <b>{displayName(person.name)}</b>
                {person.via && <> · {say('via', { via: person.via })}</>}
                <br />
                <span className={styles.soft}>
                  <TwoIdentifiers person={person} />
                </span>
                <CallerNotes call={call} callerId={person.id} />
              </span>
            </button>
          </li>
        ))}
      </ol>
    </Dialog>
  )
}
