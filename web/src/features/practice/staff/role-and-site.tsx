import { useRoleName } from '../../../app/staff-role/use-role-name.ts'
import type { Role } from '@foyer/contract'
import { useSites } from '../../../app/site.ts'
import { Select } from '../../../ui/index.ts'
import { personRoles } from '../shapes.ts'
import { useWords } from '../use-words.ts'

export interface RoleAndSiteProps {
  readonly role: Role
  readonly onRole: (role: Role) => void
  readonly homeSiteId: string | null
  readonly onHomeSite: (siteId: string | null) => void
  readonly roleFault?: string | undefined
}

const nowhere = 'none'

export function RoleAndSite({ role, onRole, homeSiteId, onHomeSite, roleFault }: RoleAndSiteProps) {
  const { say } = useWords()
  const roleName = useRoleName()
  const sites = useSites()
  const roles = personRoles.includes(role) ? personRoles : [...personRoles, role]
  return (
    <>
      <Select
        label={say('role')}
        description={say(`roleMay_${role}`)}
        options={roles.map((id) => ({ id, label: roleName(id) }))}
        value={role}
        onChange={onRole}
        errorMessage={roleFault}
      />
      <Select
        label={say('homeSite')}
        description={say('homeSiteHelp')}
        options={[{ id: nowhere, label: say('noHomeSite') }, ...sites.map(({ id, name }) => ({ id, label: name }))]}
        value={homeSiteId ?? nowhere}
        onChange={(id) => onHomeSite(id === nowhere ? null : id)}
      />
    </>
  )
}
