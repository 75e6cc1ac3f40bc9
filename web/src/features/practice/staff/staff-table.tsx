import { useRoleName } from '../../../app/staff-role/use-role-name.ts'
import { UserPlus } from 'lucide-react'
import { useMay, useMe } from '../../../app/session.ts'
import { usePractice } from '../../../app/site.ts'
import { Button, EmptyState, Signal, Table, type TableColumn, Tag, useShortcuts } from '../../../ui/index.ts'
import page from '../practice.module.css'
import { type Colleague, inOrder } from '../shapes.ts'
import { useOpened } from '../use-opened.ts'
import { useWords } from '../use-words.ts'
import { AddStaffDialog } from './add-staff-dialog.tsx'
import { ChangeStaffDialog } from './change-staff-dialog.tsx'

export function StaffTable({ staff }: { readonly staff: readonly Colleague[] }) {
  const { say, locale } = useWords()
  const roleName = useRoleName()
  const me = useMe()
  const { sites } = usePractice()
  const mayChange = useMay('staff.change')
  const { what, open, close, home } = useOpened<Colleague | 'new'>()
  const siteNames = new Map(sites.map(({ id, name }) => [id, name]))
  const add = () => open('new')
  useShortcuts({ a: { label: say('addStaff'), run: add } }, { isEnabled: mayChange })

  const columns: TableColumn<Colleague>[] = [
    {
      id: 'name',
      label: say('name'),
      isRowHeader: true,
      cell: ({ id, name }) => (
        <>
          {name} {id === me.staff.id && <Tag>{say('thisIsYou')}</Tag>}
        </>
      ),
    },
    { id: 'email', label: say('email'), cell: ({ email }) => email },
    {
      id: 'role',
      label: say('role'),
      cell: ({ role }) => (
        <>
          {roleName(role)}
          <span className={`${page.small} ${page.sentence}`}>{say(`roleMay_${role}`)}</span>
        </>
      ),
    },
    {
      id: 'site',
      label: say('homeSite'),
      cell: ({ homeSiteId }) => siteNames.get(homeSiteId ?? '') ?? say('none'),
    },
    {
      id: 'two-step',
      label: say('twoStep'),
      cell: ({ hasTotp }) =>
        hasTotp ? <Signal kind="ok">{say('on')}</Signal> : <Signal kind="warn">{say('off')}</Signal>,
    },
    {
      id: 'account',
      label: say('account'),
      cell: ({ active }) =>
        active ? <Signal kind="ok">{say('accountOpen')}</Signal> : <Signal kind="bad">{say('accountClosed')}</Signal>,
    },
  ]
  const change: TableColumn<Colleague> = {
    id: 'change',
    label: say('actions'),
    cell: (colleague) => (
      <Button size="sm" aria-label={say('changeNamed', { name: colleague.name })} onPress={() => open(colleague)}>
        {say('change')}
      </Button>
    ),
  }
  return (
    <>
      {mayChange && (
        <div className={page.actions}>
          <Button ref={home} variant="go" icon={UserPlus} shortcut="a" onPress={add}>
            {say('addStaff')}
          </Button>
        </div>
      )}
      <Table
        caption={say('staffCaption')}
        hideCaption
        columns={mayChange ? [...columns, change] : columns}
        rows={inOrder(staff, locale)}
        getKey={({ id }) => id}
        empty={<EmptyState title={say('staffEmpty')}>{say('staffEmptyNext')}</EmptyState>}
      />
      {what === 'new' && <AddStaffDialog onClose={close} />}
      {what !== null && what !== 'new' && <ChangeStaffDialog colleague={what} onClose={close} />}
    </>
  )
}
