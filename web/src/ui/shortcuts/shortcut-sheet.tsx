import { useSyncExternalStore } from 'react'
import { Dialog } from '../dialog.tsx'
import { Kbd } from '../kbd.tsx'
import { Switch } from '../switch.tsx'
import { useWords } from '../use-words.ts'
import { type ActiveShortcut, scopes, shortcuts } from './registry.ts'
import styles from './shortcut-sheet.module.css'
import { setSingleKeys, useSingleKeys } from './single-keys.ts'
import { useShortcuts } from './use-shortcuts.ts'

type Sheet = { readonly listed: readonly ActiveShortcut[] } | null
let sheet: Sheet = null
const listeners = new Set<() => void>()

function setSheet(next: Sheet): void {
  sheet = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The list is taken before the sheet opens: the open sheet itself silences the page. */
export function openShortcutSheet(): void {
  setSheet({ listed: shortcuts.list() })
}

export function ShortcutSheet() {
  const { say } = useWords()
  const open = useSyncExternalStore(subscribe, () => sheet)
  const isOn = useSingleKeys()
  useShortcuts({ '?': { label: say('showShortcuts'), run: openShortcutSheet } }, { scope: 'app' })
  const listed = open?.listed ?? []
  return (
    <Dialog
      isOpen={open !== null}
      onClose={() => setSheet(null)}
      title={say('shortcuts')}
      description={say('shortcutsHint')}
      size="lg"
      footer={
        <Switch isSelected={isOn} onChange={setSingleKeys} description={say('shortcutsOnHint')}>
          {say('shortcutsOn')}
        </Switch>
      }
    >
      <div className={styles.groups}>
        {[...scopes].reverse().map((scope) => {
          const inScope = listed.filter((shortcut) => shortcut.scope === scope).reverse()
          if (inScope.length === 0) return null
          return (
            <section key={scope}>
              <h3 className={styles.title}>{say(`scope_${scope}`)}</h3>
              <dl className={styles.list}>
                {inScope.map((shortcut) => (
                  <div key={shortcut.keys} className={styles.line}>
                    <dt>
                      <Kbd keys={shortcut.keys} />
                    </dt>
                    <dd>{shortcut.label}</dd>
                  </div>
                ))}
              </dl>
            </section>
          )
        })}
      </div>
    </Dialog>
  )
}
