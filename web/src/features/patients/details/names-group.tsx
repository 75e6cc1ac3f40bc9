import { displayName } from '@foyer/patients'
import { useState } from 'react'
import { Button } from '../../../ui/index.ts'
import styles from './details.module.css'
import { AsBegan, Fact, Facts, Group, type GroupProps } from './group.tsx'
import { OtherNameDialog } from './other-name-dialog.tsx'
import { OwnNameDialog } from './own-name-dialog.tsx'
import { periodText } from './period-text.ts'
import type { OtherName } from './shapes.ts'
import { useWords } from './use-words.ts'

export function otherNameText({ prefix, given, middle, family, suffix }: OtherName): string {
  return [prefix, given, middle, family, suffix].filter((part) => part !== null && part !== '').join(' ')
}

export function NamesGroup({ details, mayChange }: GroupProps) {
  const { say, locale } = useWords()
  const [open, setOpen] = useState<OtherName | 'new' | null>(null)
  const { name } = details
  return (
    <Group details={details} mayChange={mayChange} title="names" edit="editNames" Form={OwnNameDialog}>
      <Facts>
        <Fact name={say('goesBy')}>
          <b>{displayName(name)}</b>
          {name.middle !== undefined && <span className={styles.small}> · {name.middle}</span>}
        </Fact>
        {details.names.map((other) => (
          <Fact key={other.id} name={say(`name_${other.use}`)}>
            <span className={styles.line}>
              <span>{otherNameText(other)}</span>
              <span className={styles.small}>{periodText(other.periodStart, other.periodEnd, say, locale)}</span>
              {mayChange && (
                <Button
                  size="sm"
                  variant="quiet"
                  aria-label={say('changeName', { name: otherNameText(other) })}
                  onPress={() => setOpen(other)}
                >
                  {say('edit')}
                </Button>
              )}
            </span>
          </Fact>
        ))}
      </Facts>
      {mayChange && (
        <div className={styles.actions}>
          <Button size="sm" onPress={() => setOpen('new')}>
            {say('addName')}
          </Button>
        </div>
      )}
      {open !== null && (
        <AsBegan details={details}>
          {(began) => (
            <OtherNameDialog details={began} other={open === 'new' ? null : open} onClose={() => setOpen(null)} />
          )}
        </AsBegan>
      )}
    </Group>
  )
}
