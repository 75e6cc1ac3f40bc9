import { type CallInput, type EndpointSpec, patients, record, restricted } from '@foyer/contract'
import { useState } from 'react'
import { refresh, useAct } from '../../../app/ask.ts'
import { call, ProblemError } from '../../../app/client.ts'
import { formatBirthDate, showToast } from '../../../ui/index.ts'
import { mostTries } from '../meanwhile/use-meanwhile.ts'
import { useWords as useMeanwhileWords } from '../meanwhile/use-words.ts'
import type { SavedDraft } from './use-details-draft.ts'
import { isWord, type Say, useWords } from './use-words.ts'

/** What is sent, of the record as it was last seen. */
type InputAt<S extends EndpointSpec> = (at: { readonly patientId: string; readonly version: number }) => CallInput<S>

type Refused = { readonly reason: string; readonly value?: string; readonly earliest?: string }

function refusedText(refusal: Refused, say: Say, locale: string): string {
  const word = `refused_${refusal.reason}`
  if (!isWord(word)) return say('faulted')
  const { value = '', earliest } = refusal
  return say(word, { value, on: earliest === undefined ? '' : formatBirthDate(earliest, locale) })
}

function problemText(error: unknown, say: Say): string {
  if (!(error instanceof ProblemError)) return say('faulted')
  if (error.status === 0) return say('unreached')
  if (error.type === 'merged-record') return say('mergedMeanwhile')
  if (error.errors.length === 0) return say('faulted')
  return say('invalid', { fields: error.errors.map(({ pointer }) => pointer.replace(/^\/(body\/)?/, '')).join(', ') })
}

/** Everything that shows a person's details asks again. */
async function refreshPerson(): Promise<void> {
  await refresh(record.readRecord, patients.readPatient, patients.searchPatients, restricted.listChanges)
}

/**
 * Saves one change of the details, says so and closes; else says in `fault` what stands against it. What a colleague
 * saved meanwhile is compared with the form: where nothing that the form holds differs, it is saved upon theirs.
 */
export function useSave<S extends EndpointSpec>(
  spec: S,
  { patientId, meanwhile, meetRecord }: SavedDraft,
  onSaved: () => void,
) {
  const { say, locale } = useWords()
  const { say: sayMeanwhile } = useMeanwhileWords()
  const { act, isPending } = useAct(spec)
  const [fault, setFault] = useState<string | null>(null)
  const send = async (inputAt: InputAt<S>, version: number, tries: number): Promise<void> => {
    const result = await act(inputAt({ patientId, version }))
    if (result.ok) {
      await refreshPerson()
      showToast({ text: say('saved'), kind: 'ok' })
      return onSaved()
    }
    const refusal: Refused = result.error
    if (refusal.reason !== 'changed-meanwhile' || tries >= mostTries) return setFault(refusedText(refusal, say, locale))
    const latest = await call(record.readRecord, { patientId })
    if (!latest.ok) return setFault(refusedText(refusal, say, locale))
    await refreshPerson()
    if (meetRecord(latest.value)) return
    return send(inputAt, latest.value.version, tries + 1)
  }
  const save = async (inputAt: InputAt<S>) => {
    if (isPending) return
    setFault(null)
    if (meanwhile.isUndecided) return setFault(sayMeanwhile('choose'))
    try {
      await send(inputAt, meanwhile.version, 1)
    } catch (error) {
      setFault(problemText(error, say))
    }
  }
  return { save, fault, setFault, isPending }
}
