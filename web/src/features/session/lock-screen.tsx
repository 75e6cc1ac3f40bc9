import { session } from '@foyer/contract'
import { Lock } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { queryClient, useAct } from '../../app/ask.ts'
import { ProblemError } from '../../app/client.ts'
import { type Me, signedIn, signedOut } from '../../app/session.ts'
import { Button, FormLayout, TextField } from '../../ui/index.ts'
import { ModalShortcuts } from '../../ui/shortcuts/modal-shortcuts.tsx'
import { signOutNow } from './end.ts'
import styles from './session.module.css'
import { useWords } from './use-words.ts'
import { tellWindows } from './windows.ts'

/**
 * Covers everything and makes it inert; the page stays as it was behind the cover. A modal <dialog> lies over the
 * other open windows too, and the attribute tells react-aria's focus traps that focus may rest here.
 */
export function LockScreen({ me }: { readonly me: Me }) {
  const cover = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = cover.current
    if (!dialog) return
    const before = document.activeElement
    const reopen = () => {
      if (document.documentElement.dataset['locked'] !== undefined && !dialog.open) dialog.showModal()
    }
    document.documentElement.dataset['locked'] = ''
    dialog.addEventListener('close', reopen)
    if (!dialog.open) dialog.showModal()
    dialog.querySelector('input')?.focus()
    return () => {
      dialog.removeEventListener('close', reopen)
      delete document.documentElement.dataset['locked']
      dialog.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    }
  }, [])
  return createPortal(
    <dialog
      ref={cover}
      className={styles.lock}
      aria-labelledby="lock-title"
      data-react-aria-top-layer="true"
      onCancel={(event) => event.preventDefault()}
    >
      <ModalShortcuts />
      <Unlock me={me} />
    </dialog>,
    document.body,
  )
}

function Unlock({ me }: { readonly me: Me }) {
  const { say } = useWords()
  const { act, isPending } = useAct(session.unlockSession)
  const [secret, setSecret] = useState('')
  const [fault, setFault] = useState<string>()
  const input = useRef<HTMLInputElement>(null)

  const unlock = async () => {
    if (secret === '' || isPending) return
    try {
      const result = await act({ secret })
      setSecret('')
      if (result.ok) {
        signedIn(result.value)
        tellWindows('unlocked')
        void queryClient.invalidateQueries()
      } else if (result.error.reason === 'wrong-secret' && result.error.triesLeft > 0) {
        setFault(say('wrongSecret', { count: result.error.triesLeft }))
        input.current?.focus()
      } else {
        tellWindows('signed-out')
        signedOut()
      }
    } catch (error) {
      setFault(say(error instanceof ProblemError && error.status === 0 ? 'unreached' : 'faulted'))
    }
  }
  return (
    <div className={styles.lockCard}>
      <Lock size={28} aria-hidden className={styles.lockIcon} />
      <h1 id="lock-title">{say('lockedTitle')}</h1>
      <p className={styles.lead}>{say('lockedFor', { name: me.staff.name })}</p>
      <p className={styles.help}>{say(me.staff.hasPin ? 'lockedHelp' : 'lockedHelpNoPin')}</p>
      <FormLayout
        onSubmit={() => void unlock()}
        actions={
          <Button type="submit" variant="go" size="lg" isFull isPending={isPending}>
            {say('unlock')}
          </Button>
        }
      >
        <TextField
          label={say(me.staff.hasPin ? 'secret' : 'secretNoPin')}
          type="password"
          autoComplete="current-password"
          value={secret}
          onChange={(value) => {
            setSecret(value)
            setFault(undefined)
          }}
          inputRef={input}
          {...(fault ? { errorMessage: fault } : {})}
        />
      </FormLayout>
      <Button variant="quiet" onPress={signOutNow}>
        {say('somebodyElse', { name: me.staff.name })}
      </Button>
    </div>
  )
}
