import { birthSexes, conceptText, ethnicities, genderIdentities, races, sexes } from '@foyer/patients'
import { bornOn } from '../person-text.ts'
import { BackgroundDialog } from './background-dialog.tsx'
import { DeathLine } from './death-line.tsx'
import styles from './details.module.css'
import { Fact, Facts, Group, type GroupProps } from './group.tsx'
import { useWords } from './use-words.ts'

export function BackgroundGroup({ details, mayChange }: GroupProps) {
  const { say, locale } = useWords()
  const { birthSex, genderIdentity, race, ethnicity, multipleBirth } = details
  return (
    <Group details={details} mayChange={mayChange} title="background" edit="editBackground" Form={BackgroundDialog}>
      <Facts>
        <Fact name={say('birthDate')}>
          {bornOn(details.birthDate, locale)}
          {details.birthDateEstimated && <span className={styles.small}> · {say('estimatedShort')}</span>}
        </Fact>
        <Fact name={say('sex')}>{conceptText(sexes, details.sex, locale)}</Fact>
        <Fact name={say('birthSex')}>{birthSex && conceptText(birthSexes, birthSex, locale)}</Fact>
        <Fact name={say('gender')}>{genderIdentity && conceptText(genderIdentities, genderIdentity, locale)}</Fact>
        <Fact name={say('pronouns')}>{details.pronouns}</Fact>
        <Fact name={say('race')}>{race && race.map((code) => conceptText(races, code, locale)).join(', ')}</Fact>
        <Fact name={say('ethnicity')}>{ethnicity && conceptText(ethnicities, ethnicity, locale)}</Fact>
        <Fact name={say('multiple')}>
          {multipleBirth === null ? null : say(multipleBirth ? 'multiple_yes' : 'multiple_no')}
        </Fact>
      </Facts>
      <DeathLine details={details} mayChange={mayChange} />
    </Group>
  )
}
