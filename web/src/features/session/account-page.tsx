import { chooseLanguage } from '../../app/language.ts'
import { Page } from '../../app/page.tsx'
import { useMe } from '../../app/session.ts'
import { useSites } from '../../app/site.ts'
import { useRoleName } from '../../app/staff-role/use-role-name.ts'
import { PageHeader, Panel, Segmented, useTheme } from '../../ui/index.ts'
import { PinForm } from './pin-form.tsx'
import styles from './session.module.css'
import { SessionList } from './session-list.tsx'
import { TotpPanel } from './totp-panel.tsx'
import { useWords } from './use-words.ts'

export function AccountPage() {
  const { say } = useWords()
  const { staff } = useMe()
  const roleName = useRoleName()
  const home = useSites().find(({ id }) => id === staff.homeSiteId)
  return (
    <Page title={say('account')} width="narrow">
      <PageHeader title={say('account')} />
      <Panel title={staff.name}>
        <dl className={styles.facts}>
          <dt>{say('email')}</dt>
          <dd>{staff.email}</dd>
          <dt>{say('role')}</dt>
          <dd>{roleName(staff.role)}</dd>
          {home && (
            <>
              <dt>{say('homeSite')}</dt>
              <dd>{home.name}</dd>
            </>
          )}
        </dl>
      </Panel>
      <LookPanel />
      <Panel title={say('signedInAt')}>
        <SessionList />
      </Panel>
      <Panel title={say('pin')}>
        <PinForm hasPin={staff.hasPin} />
      </Panel>
      <Panel title={say('totp')}>
        <TotpPanel isOn={staff.hasTotp} />
      </Panel>
    </Page>
  )
}

function LookPanel() {
  const { say, locale } = useWords()
  const { theme, setTheme } = useTheme()
  return (
    <Panel title={say('look')}>
      <div className={styles.choices}>
        <div className={styles.choice}>
          {say('colours')}
          <Segmented
            label={say('colours')}
            options={(['light', 'dark', 'system'] as const).map((id) => ({ id, label: say(id) }))}
            value={theme}
            onChange={setTheme}
          />
        </div>
        <div className={styles.choice}>
          {say('language')}
          <Segmented
            label={say('language')}
            options={[
              { id: 'en', label: 'English' },
              { id: 'es', label: 'Español' },
            ]}
            value={locale}
            onChange={chooseLanguage}
          />
        </div>
      </div>
    </Panel>
  )
}
