import { estimates } from '@foyer/contract'
import { useState } from 'react'
import { useAct } from '../../../app/ask.ts'
import { Button, Segmented, TextField } from '../../../ui/index.ts'
import { SignaturePad } from '../../consents/index.ts'
import styles from './page.module.css'
import type { ShownProps } from './shapes.ts'

/** That it was received. Typed or drawn, as somebody can. */
export function SignForm({ known, estimate, words, onSigned, onOver }: ShownProps) {
  const [how, setHow] = useState<'typed' | 'drawn'>('typed')
  const [path, setPath] = useState('')
  const [name, setName] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const { act, isPending } = useAct(estimates.signEstimateLink)
  const sign = async () => {
    const missing = name.trim() === '' ? words.nameMissing : how === 'drawn' && path === '' ? words.signMissing : null
    setFault(missing)
    if (missing !== null) return
    try {
      const signature = how === 'drawn' ? ({ with: how, path } as const) : ({ with: how } as const)
      const result = await act({ ...known, name: name.trim(), signature })
      if (result.ok) return onSigned(result.value)
      if (result.error.reason === 'already-signed') return onSigned({ ...estimate, signedByName: name.trim() })
      if (result.error.reason === 'replaced') return onSigned({ ...estimate, isReplaced: true })
      onOver()
    } catch {
      setFault(words.failed)
    }
  }
  return (
    <form
      className={styles.stack}
      aria-labelledby="sign"
      onSubmit={(event) => {
        event.preventDefault()
        void sign()
      }}
    >
      <h2 id="sign">{words.sign}</h2>
      <p>{words.signLead}</p>
      <TextField label={words.name} value={name} onChange={setName} maxLength={160} autoComplete="name" />
      <Segmented
        label={words.signHow}
        options={[
          { id: 'typed' as const, label: words.type },
          { id: 'drawn' as const, label: words.draw },
        ]}
        value={how}
        onChange={setHow}
      />
      {how === 'drawn' && (
        <SignaturePad label={words.signHere} help={words.signHelp} clear={words.clear} path={path} onChange={setPath} />
      )}
      {fault !== null && (
        <p role="alert" className={styles.fault}>
          {fault}
        </p>
      )}
      <Button type="submit" isFull size="lg" variant="go" isPending={isPending}>
        {words.signIt}
      </Button>
    </form>
  )
}
