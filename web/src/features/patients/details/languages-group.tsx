import { accessibilityNeeds, conceptText, languageName } from '@foyer/patients'
import styles from './details.module.css'
import { Fact, Facts, Group, type GroupProps } from './group.tsx'
import { LanguagesDialog } from './languages-dialog.tsx'
import { useWords } from './use-words.ts'

export function LanguagesGroup({ details, mayChange }: GroupProps) {
  const { say, locale } = useWords()
  const spoken = [details.language, ...details.furtherLanguages].map((code) => languageName(code, locale))
  return (
    <Group details={details} mayChange={mayChange} title="languages" edit="editLanguages" Form={LanguagesDialog}>
      <Facts>
        <Fact name={say('spoken')}>
          {details.languageAsked ? spoken.join(', ') : <span className={styles.quiet}>{say('languageNotAsked')}</span>}
          {details.interpreterNeeded && <b> · {say('interpreterShort')}</b>}
        </Fact>
        <Fact name={say('needs')}>
          {details.accessibility.length === 0 ? (
            <span className={styles.quiet}>{say('none')}</span>
          ) : (
            details.accessibility.map((code) => conceptText(accessibilityNeeds, code, locale)).join(', ')
          )}
        </Fact>
      </Facts>
    </Group>
  )
}
