import { record } from '@foyer/contract'
import { accessibilityNeeds, conceptText, languages as offered, languageName } from '@foyer/patients'
import { ArrowUp, Plus, X } from 'lucide-react'
import { Checkbox, FieldGroup, IconButton, Select } from '../../../ui/index.ts'
import { DetailsDialog } from './details-dialog.tsx'
import styles from './details.module.css'
import { movedUp, toggled } from './lists.ts'
import { fieldOf } from '../meanwhile/compare.ts'
import type { Details, DialogOf } from './shapes.ts'
import { useDetailsDraft } from './use-details-draft.ts'
import { useSave } from './use-save.ts'
import { useWords } from './use-words.ts'

/** The key tells rows apart on the screen, whatever is chosen in them. */
interface Spoken {
  readonly key: number
  readonly code: string
}

interface Said {
  readonly languages: readonly Spoken[]
  readonly languageAsked: boolean
  readonly interpreterNeeded: boolean
  readonly needs: Details['accessibility']
}

function saidIn({ language, furtherLanguages, accessibility, ...details }: Details): Said {
  const languages = [language, ...furtherLanguages].map((code, key) => ({ key, code }))
  const { languageAsked, interpreterNeeded } = details
  return { languages, languageAsked, interpreterNeeded, needs: accessibility }
}

export function LanguagesDialog({ details, focusOn, onClose }: DialogOf) {
  const { say, locale } = useWords()
  const held = useDetailsDraft(details, {
    read: saidIn,
    fieldsOf: () => [
      {
        ...fieldOf<Said, 'languages'>('languages', say('spoken'), (all) =>
          all.map(({ code }) => languageName(code, locale)).join(', '),
        ),
        of: (said) => said.languages.map(({ code }) => code),
      },
      fieldOf<Said, 'languageAsked'>('languageAsked', say('languageAsked'), (is) =>
        say(is ? 'multiple_yes' : 'multiple_no'),
      ),
      fieldOf<Said, 'interpreterNeeded'>('interpreterNeeded', say('interpreter'), (is) =>
        say(is ? 'multiple_yes' : 'multiple_no'),
      ),
      fieldOf<Said, 'needs'>('needs', say('needsTitle'), (all) =>
        all.map((code) => conceptText(accessibilityNeeds, code, locale)).join(', '),
      ),
    ],
  })
  const { draft, change, meanwhile } = held
  const { languages, languageAsked, interpreterNeeded, needs } = draft
  const changeSpoken = (to: readonly Spoken[]) => change({ languages: to, languageAsked: true })
  const { save, fault, isPending } = useSave(record.changeLanguages, held, onClose)
  // A language of elsewhere that is not offered stays choosable where it stands.
  const optionsFor = (code: string) => [
    ...(offered.some((one) => one.code === code) ? [] : [{ id: code, label: languageName(code, locale) }]),
    ...offered.map((one) => ({ id: one.code, label: one[locale] })),
  ]
  const free = offered.find(({ code }) => !languages.some((one) => one.code === code))
  const submit = () =>
    void save((at) => ({
      ...at,
      languages: languages.map(({ code }) => code),
      languageAsked,
      interpreterNeeded,
      accessibility: [...needs],
    }))
  return (
    <DetailsDialog
      title={say('editLanguages')}
      fault={fault}
      meanwhile={meanwhile}
      isPending={isPending}
      onSave={submit}
      onClose={onClose}
    >
      <FieldGroup legend={say('spoken')}>
        {languages.map(({ key, code }, at) => {
          const what = say('language', { n: at + 1 })
          return (
            <div key={key} className={styles.row}>
              <Select
                label={what}
                autoFocus={focusOn !== 'accessibility' && at === languages.length - 1}
                options={optionsFor(code)}
                value={code}
                onChange={(chosen) =>
                  changeSpoken(languages.map((one) => (one.key === key ? { key, code: chosen } : one)))
                }
              />
              <span />
              <span className={styles.rowActions}>
                {at > 0 && (
                  <IconButton
                    icon={ArrowUp}
                    label={say('up', { what })}
                    onPress={() => changeSpoken(movedUp(languages, at))}
                  />
                )}
                {languages.length > 1 && (
                  <IconButton
                    icon={X}
                    label={say('drop', { what })}
                    onPress={() => changeSpoken(languages.filter((one) => one.key !== key))}
                  />
                )}
              </span>
            </div>
          )
        })}
        <div className={styles.actions}>
          {free && languages.length < 8 && (
            <IconButton
              icon={Plus}
              label={say('addLanguage')}
              showLabel
              onPress={() =>
                changeSpoken([...languages, { key: Math.max(...languages.map((one) => one.key)) + 1, code: free.code }])
              }
            />
          )}
          {!details.languageAsked && (
            <Checkbox isSelected={languageAsked} onChange={(isAsked) => change({ languageAsked: isAsked })}>
              {say('languageAsked')}
            </Checkbox>
          )}
          <Checkbox isSelected={interpreterNeeded} onChange={(isNeeded) => change({ interpreterNeeded: isNeeded })}>
            {say('interpreter')}
          </Checkbox>
        </div>
      </FieldGroup>
      <FieldGroup legend={say('needsTitle')}>
        <div className={styles.checks}>
          {accessibilityNeeds.map((need, at) => (
            <Checkbox
              key={need.code}
              isSelected={needs.includes(need.code)}
              onChange={() => change({ needs: toggled(needs, need.code) })}
              autoFocus={focusOn === 'accessibility' && at === 0}
            >
              {need[locale]}
            </Checkbox>
          ))}
        </div>
      </FieldGroup>
    </DetailsDialog>
  )
}
