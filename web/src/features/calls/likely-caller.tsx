import { displayName } from '@foyer/patients'
import { Button, Popover } from '../../ui/index.ts'
import { TwoIdentifiers } from '../patients/index.ts'
import styles from './calls.module.css'
import type { Call } from './use-phone.ts'
import { useWords } from './use-words.ts'

/** "likely Maria Nguyen, or 1 more": a guess, said as one; the identifiers are one press away. */
export function LikelyCaller({ call }: { readonly call: Call }) {
  const { say } = useWords()
  const [first, ...others] = call.candidates
  if (first === undefined) return <>· {say('unknown')}</>
  return (
    <>
      · {say('likely')}{' '}
      <Popover
        label={say('details')}
        trigger={
          <Button variant="quiet" size="sm" className={styles.name}>
            {displayName(first.name)}
          </Button>
        }
      >
        <Candidates call={call} />
      </Popover>
      {others.length > 0 && `, ${say('orMore', { count: others.length })}`}
    </>
  )
}

function Candidates({ call }: { readonly call: Call }) {
  const { say } = useWords()
  return (
    <ul className={styles.candidates}>
      {call.candidates.map((person) => (
        <li key={person.id}>
          <b>{displayName(person.name)}</b>
          {person.via && <> · {say('via', { via: person.via })}</>}
          <br />
          <span className={styles.soft}>
            <TwoIdentifiers person={person} />
          </span>
        </li>
      ))}
    </ul>
  )
}
