import { Checkbox, Segmented, Select } from '../../ui/index.ts'
import styles from './estimates.module.css'
import { serviceText } from './texts.ts'
import { useWords } from './use-words.ts'
import type { Wish } from './use-wish.ts'

const NONE = 'none'

/** With the plan or alone, what else is done, which step of the scale. */
export function WishFields({ wish, isForNobody = false }: { readonly wish: Wish; readonly isForNobody?: boolean }) {
  const { say, locale } = useWords()
  const { data } = wish.asked
  const optional = data?.procedures.filter((one) => one.isOptional) ?? []
  const steps = data?.slidingSteps ?? []
  return (
    <div className={styles.fields}>
      {!isForNobody && (
        <Segmented
          label={say('pays')}
          options={(['insured', 'self-pay'] as const).map((id) => ({ id, label: say(`pays_${id}`) }))}
          value={wish.pays}
          onChange={wish.setPays}
        />
      )}
      {optional.map((one) => (
        <Checkbox key={one.code} isSelected={wish.procedures.includes(one.code)} onChange={() => wish.toggle(one.code)}>
          {say('addService', { what: serviceText(one, locale) })}
        </Checkbox>
      ))}
      {wish.pays === 'self-pay' && steps.length > 0 && (
        <Select
          label={say('scale')}
          options={[
            { id: NONE, label: say('scaleNone') },
            ...steps.map(({ id, upToPercent }) => ({ id, label: say('scaleStep', { percent: upToPercent }) })),
          ]}
          value={wish.slidingStepId ?? NONE}
          onChange={(id) => wish.setSliding(id === NONE ? null : id)}
        />
      )}
    </div>
  )
}
