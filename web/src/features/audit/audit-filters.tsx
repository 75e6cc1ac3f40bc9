import { endpoints, practice } from '@foyer/contract'
import { useAsk } from '../../app/ask.ts'
import { useCatalog } from '../../app/catalog.ts'
import type { AuditSearch } from '../../app/search-params.ts'
import { useRoleName } from '../../app/staff-role/use-role-name.ts'
import { Button, ComboBox, DateField } from '../../ui/index.ts'
import { actionText } from './action-text.ts'
import styles from './audit.module.css'
import { PersonFilter } from './person-filter.tsx'
import { words } from './words.ts'

const actions = [
  ...new Set([...endpoints.values()].flatMap((spec) => (spec.audit === null ? [] : [spec.audit]))),
].toSorted()

interface AuditFiltersProps {
  readonly choice: AuditSearch
  /** Of a patient who is chosen already, as the entries name them. */
  readonly nameOf: (patientId: string) => string | undefined
  readonly onChange: (choice: AuditSearch) => void
}

/** One patient, one member of staff, one action and a span of days; what is chosen holds together. */
export function AuditFilters({ choice, nameOf, onChange }: AuditFiltersProps) {
  const { say, locale } = useCatalog('audit', words)
  const roleName = useRoleName()
  const staff = useAsk(practice.listStaff, {})
  const { patientId = null, staffId = null, action = null, from = null, until = null } = choice
  const isNarrowed = Object.values(choice).some((value) => value !== undefined)
  return (
    <div role="search" aria-label={say('filters')} className={styles.filters}>
      <PersonFilter
        value={patientId}
        name={patientId === null ? undefined : nameOf(patientId)}
        onChange={(id) => onChange({ ...choice, patientId: id ?? undefined })}
      />
      <ComboBox
        label={say('filterStaff')}
        placeholder={say('everybody')}
        options={(staff.data?.staff ?? []).map(({ id, name, role, active }) => ({
          id,
          label: name,
          detail: active ? roleName(role) : say('closed'),
        }))}
        value={staffId}
        onChange={(id) => onChange({ ...choice, staffId: id ?? undefined })}
      />
      <ComboBox
        label={say('filterAction')}
        placeholder={say('allActions')}
        options={actions.map((name) => ({ id: name, label: actionText(name, locale), detail: name }))}
        value={action}
        onChange={(id) => onChange({ ...choice, action: id ?? undefined })}
      />
      <DateField label={say('from')} value={from} onChange={(day) => onChange({ ...choice, from: day ?? undefined })} />
      <DateField
        label={say('until')}
        value={until}
        onChange={(day) => onChange({ ...choice, until: day ?? undefined })}
      />
      {isNarrowed && (
        <Button variant="quiet" onPress={() => onChange({})}>
          {say('clearFilters')}
        </Button>
      )}
    </div>
  )
}
