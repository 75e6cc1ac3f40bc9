import { languageName } from '@foyer/patients'
import { Button } from '../../../ui/index.ts'
import { InUse } from '../in-use.tsx'
import type { Resource } from '../shapes.ts'
import { useWords } from '../use-words.ts'
import styles from './resources.module.css'
import { WeekStrip } from './week-strip.tsx'

export interface ResourceLineProps {
  readonly resource: Resource
  /** Absent where nothing may be changed. */
  readonly onChange?: (() => void) | undefined
}

export function ResourceLine({ resource, onChange }: ResourceLineProps) {
  const { say, locale } = useWords()
  const spoken = resource.languages.map((code) => languageName(code, locale)).join(', ')
  const facts = [resource.specialty, spoken].filter((fact) => fact !== null && fact !== '')
  return (
    <li className={styles.line}>
      <div>
        <p className={styles.name}>
          {resource.name} {!resource.active && <InUse active={false} />}
        </p>
        {facts.length > 0 && <p className={styles.facts}>{facts.join(' · ')}</p>}
      </div>
      <WeekStrip hours={resource.hours} />
      {onChange && (
        <Button size="sm" aria-label={say('changeNamed', { name: resource.name })} onPress={onChange}>
          {say('change')}
        </Button>
      )}
    </li>
  )
}
