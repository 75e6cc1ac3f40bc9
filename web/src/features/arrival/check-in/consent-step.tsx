import { languageName } from '@foyer/patients'
import { Button, useShortcuts } from '../../../ui/index.ts'
import { useWords } from '../use-words.ts'
import styles from './check-in.module.css'
import type { StepProps } from './step-props.ts'

/** The texts there are to sign. */
const texts = ['en', 'es'] as const

export function ConsentStep({ item, checkIn, today, acts }: StepProps) {
  const { say, locale } = useWords()
  const isToday = item.state === 'ready' && item.on === today
  const spoken = checkIn.visit.patient.language.split('-')[0]
  const ordered = spoken === 'es' ? texts.toReversed() : texts
  const label = (language: string) => say('consentIn', { language: languageName(language, locale) })
  const sign = (language: string) => acts.confirm('consent', language)
  useShortcuts(
    {
      s: { label: label(ordered[0] ?? 'en'), run: () => sign(ordered[0] ?? 'en') },
      'Shift+S': { label: label(ordered[1] ?? 'es'), run: () => sign(ordered[1] ?? 'es') },
    },
    { isEnabled: item.state !== 'ready' },
  )
  if (item.state === 'ready' && !isToday) return null
  if (isToday) {
    return (
      <div className={styles.actions}>
        <Button size="sm" variant="quiet" onPress={() => acts.takeBack('consent')}>
          {say('undoStep')}
        </Button>
      </div>
    )
  }
  return (
    <>
      <p className={styles.ask}>{say('consentHint')}</p>
      <div className={styles.actions}>
        {ordered.map((language, index) => (
          <Button
            key={language}
            size="sm"
            variant={index === 0 ? 'go' : 'plain'}
            shortcut={index === 0 ? 's' : 'Shift+S'}
            onPress={() => sign(language)}
          >
            {label(language)}
          </Button>
        ))}
      </div>
    </>
  )
}
