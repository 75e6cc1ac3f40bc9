import { conceptText, contactPreferences, contactUses, formatPhone } from '@foyer/patients'
import { formatBirthDate } from '../../../ui/index.ts'
import { ContactsDialog } from './contacts-dialog.tsx'
import styles from './details.module.css'
import { Fact, Facts, Group, type GroupProps } from './group.tsx'
import type { Contact } from './shapes.ts'
import { useWords } from './use-words.ts'

export function ReachGroup({ details, mayChange }: GroupProps) {
  const { say, locale } = useWords()
  const { contacts, formerContacts, contactPreference } = details
  const lines = (system: Contact['system']) => contacts.filter((one) => one.system === system)
  return (
    <Group details={details} mayChange={mayChange} title="reach" edit="editReach" Form={ContactsDialog}>
      <Facts>
        {(['phone', 'email'] as const).map((system) => (
          <Fact key={system} name={say(system === 'phone' ? 'phones' : 'emails')}>
            {lines(system).length === 0 ? (
              <span className={styles.quiet}>{say('none')}</span>
            ) : (
              <ul className={styles.lines}>
                {lines(system).map((one) => (
                  <li key={one.id}>
                    <ContactLine contact={one} />
                  </li>
                ))}
              </ul>
            )}
          </Fact>
        ))}
        <Fact name={say('prefers')}>
          {contactPreference ? conceptText(contactPreferences, contactPreference, locale) : say('prefer_none')}
        </Fact>
        {formerContacts.length > 0 && (
          <Fact name={say('former')}>
            <ul className={styles.lines}>
              {formerContacts.map((one) => (
                <li key={one.id} className={styles.small}>
                  {one.system === 'phone' ? formatPhone(one.value) : one.value} ·{' '}
                  {say('untilDay', { on: formatBirthDate(one.until, locale) })}
                </li>
              ))}
            </ul>
          </Fact>
        )}
      </Facts>
    </Group>
  )
}

function ContactLine({ contact }: { readonly contact: Contact }) {
  const { say, locale } = useWords()
  const facts = [
    conceptText(contactUses, contact.use, locale),
    ...(contact.sharedWith === null ? [] : [say('sharedLine', { who: contact.sharedWith })]),
    ...(contact.mayLeaveMessage ? [say('messageLine')] : []),
  ]
  return (
    <>
      {contact.system === 'phone' ? formatPhone(contact.value) : contact.value}{' '}
      <span className={styles.small}>· {facts.join(' · ')}</span>
    </>
  )
}
