import { consents } from '@foyer/contract'
import { consentKindNames, languages, mayKeepMeaning, normalizedBody } from '@foyer/patients'
import { useState } from 'react'
import { refresh, useAct } from '../../../app/ask.ts'
import {
  Checkbox,
  ComboBox,
  DateField,
  FieldGroup,
  Notice,
  NumberField,
  Select,
  showToast,
  TextField,
} from '../../../ui/index.ts'
import { useKindNames } from '../../consents/index.ts'
import { FormDialog } from '../form-dialog.tsx'
import { useSaving } from '../saving.ts'
import { useWords } from '../use-words.ts'
import { draftOf, type TextDraft } from './text-draft.ts'
import type { NewestText } from './shapes.ts'

export interface TextDialogProps {
  readonly text: NewestText | null
  /** Civil date at the practice. */
  readonly today: string
  readonly onClose: () => void
}

/** Writes a text, or the next version of one; says beforehand who will be asked again. */
export function TextDialog({ text, today, onClose }: TextDialogProps) {
  const { say, locale } = useWords()
  const kindNames = useKindNames()
  const [draft, setDraft] = useState(() => draftOf(text, today))
  const [wasTried, setTried] = useState(false)
  const write = useAct(consents.writeConsentText)
  const end = useAct(consents.endConsentText)
  const { run, failure, refusal, forgive } = useSaving<{ readonly reason: string; readonly earliest?: string }>()
  const change = (part: Partial<TextDraft>) => {
    setDraft((before) => ({ ...before, ...part }))
    forgive()
  }
  const isSame =
    text !== null && normalizedBody(text.body) === normalizedBody(draft.body) && text.scope === draft.scope.trim()
  const faults = {
    title: draft.title.trim() === '' ? say('needTextTitle') : null,
    scope: draft.scope.trim() === '' ? say('needTextScope') : null,
    body: draft.body.trim() === '' ? say('needTextBody') : null,
  }
  const marked = (fault: string | null) => (wasTried && fault !== null ? { errorMessage: fault } : {})
  const early = refusal === null ? null : say('textTooEarly')

  const save = async () => {
    setTried(true)
    if (Object.values(faults).some((fault) => fault !== null)) return
    const { effectiveTo, ...body } = draft
    const saved = await run(() =>
      write.act({ ...body, sameMeaning: body.sameMeaning && !isSame && mayKeepMeaning(body.kind) }),
    )
    if (saved === null) return
    if (effectiveTo !== null) {
      const ended = await run(() => end.act({ consentTextId: saved.text.id, effectiveTo }))
      if (ended === null) return
    }
    await refresh(consents.listConsentTexts)
    showToast({ kind: 'ok', text: say(saved.isNew ? 'textSaved' : 'textSavedSame', { version: saved.text.version }) })
    onClose()
  }
  const shown = wasTried ? Object.values(faults).filter((fault) => fault !== null) : []
  return (
    <FormDialog
      title={say(text === null ? 'addText' : 'changeText')}
      size="lg"
      errors={[...shown, ...(early === null ? [] : [early])].map((fault) => ({ text: fault }))}
      failure={failure}
      isPending={write.isPending || end.isPending}
      onSave={() => void save()}
      onClose={onClose}
    >
      <FieldGroup legend={say('textWhat')} columns={2}>
        <Select
          label={say('textKind')}
          options={consentKindNames.map((id) => ({ id, label: kindNames(id) }))}
          value={draft.kind}
          onChange={(kind) => change({ kind })}
          isDisabled={text !== null}
        />
        <ComboBox
          label={say('textLanguage')}
          options={languages.map((one) => ({ id: one.code, label: one[locale] }))}
          value={draft.language}
          onChange={(language) => language !== null && change({ language })}
          isDisabled={text !== null}
        />
        <TextField
          label={say('textTitle')}
          value={draft.title}
          onChange={(title) => change({ title })}
          maxLength={120}
          isRequired
          {...marked(faults.title)}
        />
        <TextField
          label={say('textScope')}
          value={draft.scope}
          onChange={(scope) => change({ scope })}
          maxLength={200}
          isRequired
          {...marked(faults.scope)}
        />
      </FieldGroup>
      <TextField
        label={say('textBody')}
        description={say('textBodyHelp')}
        value={draft.body}
        onChange={(body) => change({ body })}
        multiline
        rows={10}
        maxLength={20_000}
        isRequired
        {...marked(faults.body)}
      />
      {text !== null && (
        <Notice kind="info">
          {say(isSame ? 'textStays' : draft.sameMeaning ? 'textReworded' : 'textAsksAgain', { count: text.signed })}
        </Notice>
      )}
      {text !== null && !isSame && mayKeepMeaning(draft.kind) && (
        <Checkbox isSelected={draft.sameMeaning} onChange={(sameMeaning) => change({ sameMeaning })}>
          {say('textSameMeaning')}
        </Checkbox>
      )}
      <FieldGroup legend={say('textWhen')} columns={2}>
        <NumberField
          label={say('textValidDays')}
          description={say('textValidHelp')}
          value={draft.validDays}
          onChange={(validDays) => change({ validDays })}
          minValue={1}
          maxValue={3660}
        />
        <DateField
          label={say('textStarts')}
          value={draft.effectiveFrom}
          onChange={(effectiveFrom) => effectiveFrom !== null && change({ effectiveFrom })}
          isDisabled={isSame}
          {...(early === null ? {} : { errorMessage: early })}
        />
        <DateField
          label={say('textEnds')}
          description={say('textEndsHelp')}
          value={draft.effectiveTo}
          onChange={(effectiveTo) => change({ effectiveTo })}
        />
      </FieldGroup>
    </FormDialog>
  )
}
