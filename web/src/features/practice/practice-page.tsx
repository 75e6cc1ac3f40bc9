import { useUndoKeys } from '../../app/undo/use-undo-keys.ts'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { Page } from '../../app/page.tsx'
import { useMay } from '../../app/session.ts'
import { usePractice } from '../../app/site.ts'
import { PageHeader, Tabs } from '../../ui/index.ts'
import { RegistrationRulesTab } from '../patients/index.ts'
import { BillingTab, ConnectionsTab, FeesTab, PayersTab } from '../payers/index.ts'
import { ChainsTab } from './chains/chains-tab.tsx'
import { ClosedTab } from './closed/closed-tab.tsx'
import { TextsTab } from './consent-texts/texts-tab.tsx'
import { HolidaysTab } from './holidays/holidays-tab.tsx'
import styles from './practice.module.css'
import { ReadOnlyNote } from './read-only-note.tsx'
import { ResourcesTab } from './resources/resources-tab.tsx'
import { SitesTab } from './sites/sites-tab.tsx'
import { StaffTab } from './staff/staff-tab.tsx'
import { useWords } from './use-words.ts'
import { VisitTypesTab } from './visit-types/visit-types-tab.tsx'

const parts = [
  'sites',
  'resources',
  'visit-types',
  'chains',
  'staff',
  'closed',
  'holidays',
  'payers',
  'connections',
  'billing',
  'fees',
  'texts',
  'registration',
] as const

export function PracticePage() {
  const { say } = useWords()
  useUndoKeys()
  const { name, sites, resources, visitTypes, chainTypes, payers } = usePractice()
  const mayChange = useMay('practice.change')
  const navigate = useNavigate()
  const hash = useLocation({ select: (location) => location.hash })
  const selected = parts.find((part) => part === hash) ?? 'sites'
  const content = {
    sites: { count: sites.length, content: <SitesTab /> },
    resources: { count: resources.length, content: <ResourcesTab /> },
    'visit-types': { count: visitTypes.length, content: <VisitTypesTab /> },
    chains: { count: chainTypes.length, content: <ChainsTab /> },
    staff: { content: <StaffTab /> },
    closed: { content: <ClosedTab /> },
    holidays: { content: <HolidaysTab /> },
    payers: { count: payers.length, content: <PayersTab /> },
    connections: { content: <ConnectionsTab /> },
    billing: { content: <BillingTab /> },
    fees: { content: <FeesTab /> },
    texts: { content: <TextsTab /> },
    registration: { content: <RegistrationRulesTab /> },
  }
  return (
    <Page title={say('title')}>
      <PageHeader title={say('title')}>
        <p className={styles.soft}>{say('lead', { name })}</p>
      </PageHeader>
      <div className={styles.parts}>
        {mayChange ? null : <ReadOnlyNote />}
        <Tabs
          label={say('tabs')}
          tabs={parts.map((id) => ({ id, label: say(`tab_${id}`), ...content[id] }))}
          selected={selected}
          onChange={(id) => void navigate({ to: '/practice', hash: id, replace: true })}
        />
      </div>
    </Page>
  )
}
