import { useNavigate } from '@tanstack/react-router'
import {
  CalendarSync,
  Contrast,
  Keyboard,
  Languages,
  Lock,
  LogOut,
  Moon,
  PhoneIncoming,
  Sun,
  UserRound,
} from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import { openDemoPhone } from '../../features/calls/index.ts'
import { lockNow, signOutNow } from '../../features/session/index.ts'
import {
  Avatar,
  Menu,
  type MenuEntry,
  openShortcutSheet,
  type Theme,
  useTheme,
  VisuallyHidden,
} from '../../ui/index.ts'
import { useCatalog } from '../catalog.ts'
import { chooseLanguage } from '../language.ts'
import { useMay, useMe } from '../session.ts'
import styles from './shell.module.css'
import { words } from './words.ts'

type Command =
  | 'account'
  | 'feeds'
  | 'lock'
  | 'light'
  | 'dark'
  | 'system'
  | 'language'
  | 'shortcuts'
  | 'ring'
  | 'sign-out'

export type AccountCommand = MenuEntry<Command> & { readonly word: keyof typeof words.en; readonly run: () => void }

/** What the avatar menu offers; the palette offers the same. */
export function useAccountCommands(): readonly AccountCommand[] {
  const { say, locale } = useCatalog('shell', words)
  const { theme, setTheme } = useTheme()
  const navigate = useNavigate()
  const { organization } = useMe()
  const mayAnswer = useMay('call.answer')
  const maySee = useMay('schedule.read')
  const themes: ReadonlyArray<AccountCommand & { readonly id: Theme }> = [
    { id: 'light', word: 'themeLight', label: say('themeLight'), icon: Sun, run: () => setTheme('light') },
    { id: 'dark', word: 'themeDark', label: say('themeDark'), icon: Moon, run: () => setTheme('dark') },
    { id: 'system', word: 'themeSystem', label: say('themeSystem'), icon: Contrast, run: () => setTheme('system') },
  ]
  const ring: AccountCommand = {
    id: 'ring',
    word: 'ringDemo',
    label: say('ringDemo'),
    icon: PhoneIncoming,
    run: openDemoPhone,
  }
  return [
    {
      id: 'account',
      word: 'account',
      label: say('account'),
      icon: UserRound,
      run: () => void navigate({ to: '/sessions' }),
    },
    ...(maySee
      ? [
          {
            id: 'feeds' as const,
            word: 'feeds' as const,
            label: say('feeds'),
            icon: CalendarSync,
            run: () => void navigate({ to: '/feeds' }),
          },
        ]
      : []),
    ...themes.filter(({ id }) => id !== theme),
    {
      id: 'language',
      word: 'otherLanguage',
      label: say('otherLanguage'),
      icon: Languages,
      run: () => chooseLanguage(locale === 'es' ? 'en' : 'es'),
    },
    {
      id: 'shortcuts',
      word: 'shortcuts',
      label: say('shortcuts'),
      icon: Keyboard,
      shortcut: '?',
      run: openShortcutSheet,
    },
    ...(organization.demo && mayAnswer ? [ring] : []),
    { id: 'lock', word: 'lock', label: say('lock'), icon: Lock, shortcut: 'g l', run: lockNow },
    { id: 'sign-out', word: 'signOut', label: say('signOut'), icon: LogOut, run: signOutNow },
  ]
}

export function AccountMenu() {
  const { say } = useCatalog('shell', words)
  const { staff } = useMe()
  const commands = useAccountCommands()
  return (
    <Menu
      label={say('accountMenu')}
      placement="bottom end"
      trigger={
        <AriaButton className={styles.avatar}>
          <Avatar name={staff.name} tone="quiet" />
          <VisuallyHidden>{`${say('accountMenu')}: ${staff.name}`}</VisuallyHidden>
        </AriaButton>
      }
      items={commands}
      onAction={(id) => commands.find((command) => command.id === id)?.run()}
    />
  )
}
