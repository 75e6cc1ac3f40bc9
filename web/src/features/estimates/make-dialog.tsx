import { estimates } from '@foyer/contract'
import { languageName } from '@foyer/patients'
import { useState } from 'react'
import { refresh, useAct } from '../../app/ask.ts'
import { Answer } from '../../app/states.tsx'
import { useSites, useToday } from '../../app/site.ts'
import { Button, Dialog, Notice, Segmented, showToast, TextField } from '../../ui/index.ts'
import type { ItemProps } from './shapes.ts'
import styles from './estimates.module.css'
import { PriceView } from './price-view.tsx'
import { contentsText } from './texts.ts'
import { useWish } from './use-wish.ts'
import { useWords } from './use-words.ts'
import { WishFields } from './wish-fields.tsx'

const languages = ['en', 'es'] as const

/** The price as it will be written down, and what is added to it. */
export function MakeDialog({ patientId, estimate, onClose }: ItemProps & { readonly onClose: () => void }) {
  const { say, locale } = useWords()
  const sites = useSites()
  const site = sites.find(({ id }) => id === estimate.siteId)
  const today = useToday(site ?? { timeZone: 'UTC' })
  const { visitTypeId, siteId, appointmentId, asked } = estimate
  const wish = useWish({ patientId, visitTypeId, siteId, appointmentId, date: estimate.serviceDate ?? today }, asked)
  const [language, setLanguage] = useState<'en' | 'es'>(estimate.language.startsWith('es') ? 'es' : 'en')
  const [separately, setSeparately] = useState('')
  const [failure, setFailure] = useState<string | null>(null)
  const { act, isPending } = useAct(estimates.makeEstimate)
  const make = async () => {
    setFailure(null)
    const others = separately.split('\n').flatMap((line) => line.trim() || [])
    const { pays, procedures, slidingStepId } = wish
    const chosen = { pays, procedures: [...procedures], slidingStepId, language, separately: others }
    try {
      const result = await act({ patientId, estimateId: estimate.id, ...chosen })
      if (!result.ok) {
        const { error } = result
        const what = error.reason === 'contents-missing' ? contentsText(error.missing, say) : ''
        setFailure(say(`refused_${error.reason}`, { what }))
        return
      }
      showToast({ kind: 'ok', text: say('made') })
      onClose()
      await refresh(estimates.listEstimates, estimates.listDueEstimates)
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
      title={say('makeTitle')}
      description={estimate.visitType}
      footer={
        <>
          <Button variant="go" isPending={isPending} onPress={() => void make()}>
            {say('makeSave')}
          </Button>
          <Button onPress={onClose}>{say('cancel')}</Button>
        </>
      }
    >
      <div className={styles.stack}>
        {failure && <Notice kind="bad">{failure}</Notice>}
        <WishFields wish={wish} />
        <Answer of={wish.asked}>{(price) => <PriceView price={price} />}</Answer>
        {wish.pays === 'self-pay' && (
          <TextField
            label={say('separately')}
            description={say('separatelyHelp')}
            multiline
            rows={2}
            value={separately}
            onChange={setSeparately}
          />
        )}
        <Segmented
          label={say('language')}
          options={languages.map((id) => ({ id, label: languageName(id, locale) }))}
          value={language}
          onChange={setLanguage}
        />
      </div>
    </Dialog>
  )
}
