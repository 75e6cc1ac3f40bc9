import { record } from '@foyer/contract'
import { accessibilityNeeds, languages as offered, languageName } from '@foyer/patients'
import { ArrowUp, Plus, X } from 'lucide-react'
import { useState } from 'react'
import { Checkbox, FieldGroup, IconButton, Select } from '../../../ui/index.ts'
import { DetailsDialog } from './details-dialog.tsx'
import styles from './details.module.css'
import { movedUp, toggled } from './lists.ts'
import type { DialogOf } from './shapes.ts'
import { useSave } from './use-save.ts'
import { useWords } from './use-words.ts'

/** The key tells rows apart on the screen, whatever is chosen in them. */
interface Spoken {
  readonly key: number
  readonly code: string
}

export function LanguagesDialog({ details, onClose }: DialogOf) {
  const { say, locale } = useWords()
  const { save, fault, isPending } = useSave(record.changeLanguages, onClose)
  const [languages, setLanguages] = useState<readonly Spoken[]>(() =>
    [details.language, ...details.furtherLanguages].map((code, key) => ({ key, code })),
  )
  const [interpreterNeeded, setInterpreter] = useState(details.interpreterNeeded)
  const [needs, setNeeds] = useState(details.accessibility)
  // A language of elsewhere that is not offered stays choosable where it stands.
  const optionsFor = (code: string) => [
    ...(offered.some((one) => one.code === code) ? [] : [{ id: code, label: languageName(code, locale) }]),
    ...offered.map((one) => ({ id: one.code, label: one[locale] })),
  ]
  const free = offered.find(({ code }) => !languages.some((one) => one.code === code))
  const submit = () =>
    void save({
      patientId: details.patientId,
      version: details.version,
      languages: languages.map(({ code }) => code),
      interpreterNeeded,
      accessibility: [...needs],
    })
  return (
    <DetailsDialog title={say('editLanguages')} fault={fault} isPending={isPending} onSave={submit} onClose={onClose}>
      <FieldGroup legend={say('spoken')}>
        {languages.map(({ key, code }, at) => {
          const what = say('language', { n: at + 1 })
          return (
            <div key={key} className={styles.row}>
              <Select
                label={what}
                autoFocus={at === languages.length - 1}
                options={optionsFor(code)}
                value={code}
                onChange={(chosen) =>
                  setLanguages(languages.map((one) => (one.key === key ? { key, code: chosen } : one)))
                }
              />
              <span />
              <span className={styles.rowActions}>
                {at > 0 && (
                  <IconButton
                    icon={ArrowUp}
                    label={say('up', { what })}
                    onPress={() => setLanguages(movedUp(languages, at))}
                  />
                )}
                {languages.length > 1 && (
                  <IconButton
                    icon={X}
                    label={say('drop', { what })}
                    onPress={() => setLanguages(languages.filter((one) => one.key !== key))}
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
                setLanguages([...languages, { key: Math.max(...languages.map((one) => one.key)) + 1, code: free.code }])
              }
            />
          )}
          <Checkbox isSelected={interpreterNeeded} onChange={setInterpreter}>
            {say('interpreter')}
          </Checkbox>
        </div>
      </FieldGroup>
      <FieldGroup legend={say('needsTitle')}>
        <div className={styles.checks}>
          {accessibilityNeeds.map((need) => (
            <Checkbox
              key={need.code}
              isSelected={needs.includes(need.code)}
              onChange={() => setNeeds(toggled(needs, need.code))}
            >
              {need[locale]}
            </Checkbox>
          ))}
        </div>
      </FieldGroup>
    </DetailsDialog>
  )
}
