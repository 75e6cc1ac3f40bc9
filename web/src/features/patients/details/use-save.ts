import { type CallInput, type EndpointSpec, patients, record, restricted } from '@foyer/contract'
import { useState } from 'react'
import { refresh, useAct } from '../../../app/ask.ts'
import { ProblemError } from '../../../app/client.ts'
import { formatBirthDate, showToast } from '../../../ui/index.ts'
import { isWord, type Say, useWords } from './use-words.ts'

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

/** Saves one change of the details, says so and closes; else says in `fault` what stands against it. */
export function useSave<S extends EndpointSpec>(spec: S, onSaved: () => void) {
  const { say, locale } = useWords()
  const { act, isPending } = useAct(spec)
  const [fault, setFault] = useState<string | null>(null)
  const save = async (input: CallInput<S>) => {
    if (isPending) return
    setFault(null)
    try {
      const result = await act(input)
      if (result.ok) {
        await refreshPerson()
        showToast({ text: say('saved'), kind: 'ok' })
        onSaved()
        return
      }
      const refusal: Refused = result.error
      // What stands on the page behind, and the version that is sent next, are the colleague's.
      if (refusal.reason === 'changed-meanwhile') await refreshPerson()
      setFault(refusedText(refusal, say, locale))
    } catch (error) {
      setFault(problemText(error, say))
    }
  }
  return { save, fault, setFault, isPending }
}
