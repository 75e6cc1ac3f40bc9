import { usePractice } from '../../../app/site.ts'
import { FieldGroup, Switch } from '../../../ui/index.ts'
import { PickMany } from '../pick-many.tsx'
import { inOrder, needs, type ResourceKind, type RoleNeed } from '../shapes.ts'
import { useWords } from '../use-words.ts'
import styles from './visit-types.module.css'
import { roleWord } from '../role-word.ts'

type RoleName = RoleNeed['role']

export interface RoleNeedsProps {
  readonly candidates: ReadonlyMap<RoleName, readonly string[]>
  readonly onChange: (candidates: ReadonlyMap<RoleName, readonly string[]>) => void
  readonly faultOf: (role: RoleName) => string | undefined
}

/** Each role once: needed or not, and who or what may fill it. */
export function RoleNeeds({ candidates, onChange, faultOf }: RoleNeedsProps) {
  const { say, locale } = useWords()
  const { sites, resources } = usePractice()
  const siteNames = new Map(sites.map(({ id, name }) => [id, name]))
  const put = (role: RoleName, chosen: readonly string[]) => onChange(new Map([...candidates, [role, chosen]]))
  const drop = (role: RoleName) => onChange(new Map([...candidates].filter(([known]) => known !== role)))

  const choicesFor = (kind: ResourceKind, chosen: readonly string[]) =>
    inOrder(resources, locale)
      .filter((one) => one.kind === kind && (one.active || chosen.includes(one.id)))
      .map((one) => ({
        id: one.id,
        label: one.active ? one.name : `${one.name} (${say('notInUse')})`,
        group: siteNames.get(one.siteId) ?? '',
      }))
  return (
    <FieldGroup legend={say('needed')} description={say('neededHelp')}>
      {needs.map(({ role, kind }) => {
        const chosen = candidates.get(role)
        const word = roleWord(say, role)
        return (
          <div key={role} className={styles.need}>
            <Switch isSelected={chosen !== undefined} onChange={(isOn) => (isOn ? put(role, []) : drop(role))}>
              {word}
            </Switch>
            {chosen !== undefined && (
              <div className={styles.candidates}>
                <PickMany
                  legend={say('candidates', { role: word })}
                  choices={choicesFor(kind, chosen)}
                  chosen={chosen}
                  onChange={(next) => put(role, next)}
                  errorMessage={faultOf(role)}
                  empty={say('noCandidates')}
                  hasAll
                />
              </div>
            )}
          </div>
        )
      })}
    </FieldGroup>
  )
}
