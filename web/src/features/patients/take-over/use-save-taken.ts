import { patients, record, relatives, restricted } from '@foyer/contract'
import { useState } from 'react'
import { refresh, useAct } from '../../../app/ask.ts'
import { call } from '../../../app/client.ts'
import { type Saved, saveTaken, type Taken, type Ways } from './save-taken.ts'

/** Saves what was chosen by the ways of the forms that hold it; afterwards the record is shown as it is now. */
export function useSaveTaken() {
  const [isSaving, setSaving] = useState(false)
  const { act: changePatient } = useAct(patients.changePatient)
  const { act: changeBackground } = useAct(record.changeBackground)
  const { act: changeLanguages } = useAct(record.changeLanguages)
  const { act: changeWork } = useAct(record.changeWork)
  const { act: addRelative } = useAct(relatives.addRelative)
  const { act: changeRelative } = useAct(relatives.changeRelative)
  const ways: Ways = {
    changePatient,
    readRecord: (input) => call(record.readRecord, input),
    changeBackground,
    changeLanguages,
    changeWork,
    listRelatives: (input) => call(relatives.listRelatives, input),
    addRelative,
    changeRelative,
  }
  return {
    isSaving,
    save: async (taken: Taken): Promise<Saved> => {
      setSaving(true)
      try {
        const saved = await saveTaken(ways, taken)
        await refresh(
          patients.readPatient,
          patients.searchPatients,
          record.readRecord,
          relatives.listRelatives,
          relatives.listHousehold,
          restricted.listChanges,
        )
        return saved
      } finally {
        setSaving(false)
      }
    },
  }
}
