import { Plus, X } from 'lucide-react'
import { usePractice } from '../../../app/site.ts'
import { Button, FieldGroup, IconButton, Menu, RadioGroup, Select, TextField } from '../../../ui/index.ts'
import { ChipField } from '../chip-field.tsx'
import { PickMany } from '../pick-many.tsx'
import page from '../practice.module.css'
import { roleWord } from '../../../app/visit-role.ts'
import { inOrder, kinds, needs as usual, type ResourceKind } from '../shapes.ts'
import { useWords } from '../use-words.ts'
import { blankNeed, type NeedDraft, roleNameOf, type VisitTypeDraft } from './draft.ts'
import styles from './visit-types.module.css'

export interface RoleNeedsProps {
  readonly draft: VisitTypeDraft
  readonly onChange: (needs: readonly NeedDraft[]) => void
  readonly faultOf: (need: NeedDraft) => string | undefined
}

const wholeVisit = 'all'

/** Who and what a visit needs: by name, or anybody who has what is asked for; for the whole visit or a part of it. */
export function RoleNeeds({ draft, onChange, faultOf }: RoleNeedsProps) {
  const { say } = useWords()
  const { needs } = draft
  const add = (kind: ResourceKind) => {
    const common = usual.find((one) => one.kind === kind)?.role ?? ''
    const isTaken = needs.some(({ role }) => roleNameOf(role) === common)
    onChange([...needs, blankNeed(needs, kind, isTaken ? '' : common)])
  }
  return (
    <FieldGroup legend={say('needed')} description={say('neededHelp')}>
      {needs.map((need, index) => (
        <NeedFields
          key={need.key}
          need={need}
          phases={draft.phases}
          fault={faultOf(need)}
          onChange={(next) => onChange(needs.with(index, next))}
          onRemove={() => onChange(needs.filter(({ key }) => key !== need.key))}
        />
      ))}
      <div>
        <Menu
          label={say('addNeed')}
          trigger={
            <Button size="sm" icon={Plus}>
              {say('addNeed')}
            </Button>
          }
          items={kinds.map((kind) => ({ id: kind, label: say(`oneKind_${kind}`) }))}
          onAction={add}
        />
      </div>
    </FieldGroup>
  )
}

interface NeedFieldsProps {
  readonly need: NeedDraft
  readonly phases: VisitTypeDraft['phases']
  readonly fault: string | undefined
  readonly onChange: (need: NeedDraft) => void
  readonly onRemove: () => void
}

function NeedFields({ need, phases, fault, onChange, onRemove }: NeedFieldsProps) {
  const { say, locale } = useWords()
  const { sites, resources } = usePractice()
  const siteNames = new Map(sites.map(({ id, name }) => [id, name]))
  const { role, kind, mode, candidates, requires, phase } = need
  const put = (part: Partial<NeedDraft>) => onChange({ ...need, ...part })
  const word = role === '' ? say(`oneKind_${kind}`) : roleWord(say, role)
  const alike = inOrder(resources, locale).filter((one) => one.kind === kind)
  const inUse = [
    ...new Set(
      alike.flatMap(({ attributes, languages }) => [...attributes, ...languages.map((one) => `speaks-${one}`)]),
    ),
  ].toSorted()
  const has = (one: (typeof alike)[number]) =>
    requires.every((wanted) =>
      [...one.attributes, ...one.languages.map((language) => `speaks-${language}`)].includes(wanted),
    )
  const able = alike.filter((one) => one.active && has(one)).length
  return (
    <div className={styles.need}>
      <div className={page.bar}>
        <b>{word}</b>
        <IconButton icon={X} size="sm" label={say('removeNeed', { role: word })} onPress={onRemove} />
      </div>
      <div className={page.fields}>
        <TextField
          label={say('roleNameOfNeed')}
          description={say('roleNameHelp')}
          value={role}
          onChange={(text) => put({ role: text })}
          maxLength={40}
          isRequired
          autoComplete="off"
        />
        <Select
          label={say('kind')}
          options={kinds.map((id) => ({ id, label: say(`oneKind_${id}`) }))}
          value={kind}
          onChange={(next) => put({ kind: next, candidates: [] })}
        />
        {phases.length > 0 && (
          <Select
            label={say('duringPhase')}
            options={[
              { id: wholeVisit, label: say('wholeVisit') },
              ...phases.map(({ key, name }) => ({ id: String(key), label: name === '' ? '–' : name })),
            ]}
            value={phase === null ? wholeVisit : String(phase)}
            onChange={(id) => put({ phase: id === wholeVisit ? null : Number(id) })}
          />
        )}
      </div>
      <div className={styles.candidates}>
        <RadioGroup
          label={say('whoMay', { role: word })}
          options={[
            { id: 'named', label: say('byName') },
            { id: 'able', label: say('byAttribute') },
          ]}
          value={mode}
          onChange={(next) => put({ mode: next })}
        />
        {mode === 'named' ? (
          <PickMany
            legend={say('candidates', { role: word })}
            choices={alike
              .filter((one) => one.active || candidates.includes(one.id))
              .map((one) => ({
                id: one.id,
                label: one.active ? one.name : `${one.name} (${say('notInUse')})`,
                group: siteNames.get(one.siteId) ?? '',
              }))}
            chosen={candidates}
            onChange={(next) => put({ candidates: next })}
            errorMessage={fault}
            empty={say('noCandidates')}
            hasAll
          />
        ) : (
          <>
            <ChipField
              label={say('asksFor')}
              description={say('asksForHelp')}
              chosen={requires}
              onChange={(next) => put({ requires: next })}
              suggestions={inUse}
            />
            <p className={fault === undefined ? page.small : styles.fault} role="status">
              {fault ?? say('ableCount', { count: able })}
            </p>
          </>
        )}
      </div>
    </div>
  )
}
