import { languageName } from '@foyer/patients'
import { Link } from '@tanstack/react-router'
import { useSite, useToday } from '../../../app/site.ts'
import { Button, buttonClass, Tag } from '../../../ui/index.ts'
import { InUse } from '../in-use.tsx'
import type { Resource } from '../shapes.ts'
import { currentHours } from '../template/model.ts'
import { useWords } from '../use-words.ts'
import page from '../practice.module.css'
import styles from './resources.module.css'
import { WeekStrip } from './week-strip.tsx'

export interface ResourceLineProps {
  readonly resource: Resource
  /** Absent where nothing may be changed. */
  readonly onChange?: (() => void) | undefined
}

export function ResourceLine({ resource, onChange }: ResourceLineProps) {
  const { say, locale } = useWords()
  const today = useToday(useSite())
  const spoken = resource.languages.map((code) => languageName(code, locale)).join(', ')
  const facts = [resource.specialty, spoken].filter((fact) => fact !== null && fact !== '')
  return (
    <li className={styles.line}>
      <div>
        <p className={styles.name}>
          {resource.name} {!resource.active && <InUse active={false} />}
        </p>
        {facts.length > 0 && <p className={styles.facts}>{facts.join(' · ')}</p>}
        {(resource.attributes.length > 0 || resource.lanes > 1) && (
          <p className={page.tags}>
            {resource.lanes > 1 && <Tag>{say('lanesText', { count: resource.lanes })}</Tag>}
            {resource.attributes.map((attribute) => (
              <Tag key={attribute}>{attribute}</Tag>
            ))}
          </p>
        )}
      </div>
      <WeekStrip hours={currentHours(resource.hours, today).filter(({ kind }) => kind !== 'break')} />
      <div className={styles.actions}>
        <Link
          to="/practice/hours/$resourceId"
          params={{ resourceId: resource.id }}
          className={buttonClass({ size: 'sm' })}
          aria-label={say('openTemplateOf', { name: resource.name })}
        >
          {say('openTemplate')}
        </Link>
        {onChange && (
          <Button size="sm" aria-label={say('changeNamed', { name: resource.name })} onPress={onChange}>
            {say('change')}
          </Button>
        )}
      </div>
    </li>
  )
}
