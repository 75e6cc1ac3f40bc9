import { arrival, consents, patients, restricted } from '@foyer/contract'
import { languageName, needsExpiry } from '@foyer/patients'
import { useState } from 'react'
import { refresh, useAct } from '../../app/ask.ts'
import { Button, DateField, Dialog, Notice, Segmented, Select, showToast, TextField } from '../../ui/index.ts'
import { useKinText } from '../relatives/index.ts'
import styles from './consents.module.css'
import { patientWords } from './patient-words.ts'
import type { Consents, ConsentText, Need } from './shapes.ts'
import { missingOf, type SignDraft, signatureOf } from './sign-draft.ts'
import { SignaturePad } from './signature-pad.tsx'
import { useWords } from './use-words.ts'

export interface SignDialogProps {
  readonly patientId: string
  readonly of: Consents
  readonly need: Need
  readonly onClose: () => void
}

const ways = ['drawn', 'typed', 'paper'] as const
const SELF = 'self'

/** The text in words the person reads, and their signature or their no. */
export function SignDialog({ patientId, of, need, onClose }: SignDialogProps) {
  const { say, locale } = useWords()
  const kinText = useKinText()
  const offered = of.texts.filter(({ kind }) => kind === need.kind)
  const [signer, setSigner] = useState<string>(of.signerId ?? SELF)
  const [textId, setTextId] = useState(() => textFor(of, need, of.signerId ?? SELF))
  const [draft, setDraft] = useState<SignDraft>({ how: 'drawn', path: '', name: '', until: null })
  const [wasTried, setTried] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const { act, isPending } = useAct(consents.signConsent)
  const text = offered.find(({ id }) => id === textId) ?? offered[0]
  if (!text) return null
  const theirs = patientWords(text.language)
  const missing = missingOf(draft, text)
  const change = (part: Partial<SignDraft>) => setDraft((before) => ({ ...before, ...part }))

  const record = async (decision: 'permit' | 'deny') => {
    setTried(decision === 'permit')
    setFailure(null)
    if (decision === 'permit' && missing !== null) return
    try {
      const result = await act({
        patientId,
        consentTextId: text.id,
        decision,
        relatedPersonId: signer === SELF ? null : signer,
        signature: decision === 'permit' ? signatureOf(draft) : null,
        until: decision === 'permit' ? draft.until : null,
      })
      if (!result.ok) {
        setFailure(say(`refused_${result.error.reason}`))
        if (result.error.reason === 'not-the-current-text') void refresh(consents.readConsents)
        return
      }
      showToast({
        kind: 'ok',
        text: say(decision === 'permit' ? 'saved' : 'savedNo', { what: say(`kind_${need.kind}`) }),
      })
      onClose()
      await refresh(
        consents.readConsents,
        arrival.readCheckIn,
        arrival.readBoard,
        patients.readPatient,
        restricted.listChanges,
      )
    } catch {
      setFailure(say('failed'))
    }
  }
  return (
    <Dialog
      isOpen
      staysOpen
      size="lg"
      onClose={onClose}
      title={text.title}
      description={text.scope}
      footer={
        <>
          <Button variant="go" isPending={isPending} onPress={() => void record('permit')}>
            {theirs.agree}
          </Button>
          <Button isDisabled={isPending} onPress={() => void record('deny')}>
            {theirs.decline}
          </Button>
          <Button variant="quiet" onPress={onClose}>
            {say('cancel')}
          </Button>
        </>
      }
    >
      <div className={styles.sign}>
        {failure && <Notice kind="bad">{failure}</Notice>}
        {offered.length > 1 && (
          <Segmented
            label={say('language')}
            options={offered.map(({ id, language }) => ({ id, label: languageName(language, locale) }))}
            value={text.id}
            onChange={setTextId}
          />
        )}
        <TextBody text={text} />
        <div className={styles.fields}>
          {of.signers.length > 0 && (
            <Select
              label={say('signer')}
              options={[
                { id: SELF, label: of.name },
                ...of.signers.map(({ id, name, relationship }) => ({ id, label: name, detail: kinText(relationship) })),
              ]}
              value={signer}
              onChange={(next) => {
                setSigner(next)
                setTextId(textFor(of, need, next))
              }}
            />
          )}
          {needsExpiry(text.kind) && (
            <DateField
              label={say('untilLabel')}
              description={say('untilHelp')}
              value={draft.until}
              onChange={(until) => change({ until })}
              isRequired={text.validDays === null}
              {...(wasTried && missing === 'until' ? { errorMessage: say('refused_until-missing') } : {})}
            />
          )}
        </div>
        <Segmented
          label={say('how')}
          options={ways.map((id) => ({ id, label: say(`how_${id}`) }))}
          value={draft.how}
          onChange={(how) => change({ how })}
        />
        <div lang={text.language}>
          {draft.how === 'drawn' && (
            <SignaturePad
              label={theirs.pad}
              help={theirs.padHelp}
              clear={theirs.clear}
              path={draft.path}
              onChange={(path) => change({ path })}
              {...(wasTried && missing === 'path' ? { errorMessage: theirs.padMissing } : {})}
            />
          )}
          {draft.how === 'typed' && (
            <TextField
              label={theirs.name}
              value={draft.name}
              onChange={(name) => change({ name })}
              maxLength={160}
              autoComplete="off"
              isRequired
              {...(wasTried && missing === 'name' ? { errorMessage: theirs.nameMissing } : {})}
            />
          )}
        </div>
        {draft.how === 'paper' && <p className={styles.quiet}>{say('paperHelp')}</p>}
      </div>
    </Dialog>
  )
}

/** The text in the language in which whoever signs reads; where there is none, in the person's. */
function textFor(of: Consents, need: Need, signer: string): string {
  const language = of.signers.find(({ id }) => id === signer)?.language?.slice(0, 2)
  const theirs = of.texts.find((text) => text.kind === need.kind && text.language.slice(0, 2) === language)
  return theirs?.id ?? need.textId
}

function TextBody({ text }: { readonly text: ConsentText }) {
  return (
    // Longer than the window it scrolls by keyboard too.
    <section lang={text.language} className={styles.body} tabIndex={0} aria-label={text.title}>
      {text.body.split(/\n\n+/).map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </section>
  )
}
