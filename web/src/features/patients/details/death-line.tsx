import { useState } from 'react'
import { Button, formatBirthDate } from '../../../ui/index.ts'
import { DeathDialog } from './death-dialog.tsx'
import styles from './details.module.css'
import { AsBegan, Fact, Facts, type GroupProps } from './group.tsx'
import { useWords } from './use-words.ts'

/** That somebody died, and when; of the living only the quiet way to say so. */
export function DeathLine({ details, mayChange }: GroupProps) {
  const { say, locale } = useWords()
  const [isOpen, setOpen] = useState(false)
  const { deceased, deceasedOn } = details
  return (
    <>
      {deceased && (
        <Facts>
          <Fact name={say('died')}>
            {deceasedOn === null ? say('diedUnknown') : formatBirthDate(deceasedOn, locale)}
          </Fact>
        </Facts>
      )}
      {mayChange && (
        <div className={styles.under}>
          <Button size="sm" variant="quiet" onPress={() => setOpen(true)}>
            {say(deceased ? 'deathCorrect' : 'deathNote')}
          </Button>
        </div>
      )}
      {isOpen && (
        <AsBegan details={details}>{(began) => <DeathDialog details={began} onClose={() => setOpen(false)} />}</AsBegan>
      )}
    </>
  )
}
