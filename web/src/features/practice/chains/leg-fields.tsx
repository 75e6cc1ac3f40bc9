import { X } from 'lucide-react'
import { usePractice } from '../../../app/site.ts'
import { ComboBox, IconButton, NumberField, Select } from '../../../ui/index.ts'
import page from '../practice.module.css'
import { inOrder } from '../shapes.ts'
import { useWords } from '../use-words.ts'
import type { LegDraft } from './draft.ts'

export interface LegFieldsProps {
  readonly leg: LegDraft
  /** Counts from 1. */
  readonly number: number
  readonly isMissing: boolean
  readonly onChange: (leg: LegDraft) => void
  readonly onRemove: (() => void) | undefined
}

export function LegFields({ leg, number, isMissing, onChange, onRemove }: LegFieldsProps) {
  const { say, locale } = useWords()
  const { visitTypes } = usePractice()
  const options = inOrder(visitTypes, locale)
    .filter(({ id, active }) => active || id === leg.visitTypeId)
    .map(({ id, name, nameEs }) => ({ id, label: locale.startsWith('es') ? nameEs : name }))
  const put = (part: Partial<LegDraft>) => onChange({ ...leg, ...part })
  return (
    <div className={page.leg}>
      <div className={page.bar}>
        <span className={page.legTitle}>{say('leg', { number })}</span>
        {onRemove && <IconButton icon={X} size="sm" label={say('removeLeg', { number })} onPress={onRemove} />}
      </div>
      <div className={page.fields}>
        <ComboBox
          label={say('leg', { number })}
          options={options}
          value={leg.visitTypeId}
          onChange={(visitTypeId) => put({ visitTypeId })}
          isRequired
          errorMessage={isMissing ? say('needLegs') : undefined}
        />
        {number > 1 && (
          <Select
            label={say('gapKind')}
            options={[
              { id: 'any', label: say('gap_any') },
              { id: 'days', label: say('gap_days') },
              { id: 'sameDay', label: say('gap_sameDay') },
            ]}
            value={leg.gap}
            onChange={(gap) => put({ gap })}
          />
        )}
        {number > 1 && leg.gap === 'days' && (
          <>
            <NumberField
              label={say('minDays')}
              unit={say('daysUnit')}
              value={leg.minDays}
              onChange={(minDays) => put({ minDays })}
              minValue={0}
              maxValue={730}
            />
            <NumberField
              label={say('maxDays')}
              unit={say('daysUnit')}
              value={leg.maxDays}
              onChange={(maxDays) => put({ maxDays })}
              minValue={0}
              maxValue={730}
            />
          </>
        )}
        {number > 1 && leg.gap === 'sameDay' && (
          <NumberField
            label={say('maxWait')}
            unit={say('minutes')}
            value={leg.maxWaitMinutes}
            onChange={(maxWaitMinutes) => put({ maxWaitMinutes })}
            minValue={0}
            maxValue={600}
          />
        )}
      </div>
    </div>
  )
}
