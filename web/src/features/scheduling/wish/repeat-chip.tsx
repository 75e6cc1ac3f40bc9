import { useLocale } from '../../../app/catalog.ts'
import { useWords } from '../words.ts'
import { Chip } from './chip.tsx'
import type { Repeat } from './repeat.ts'
import { RepeatForm } from './repeat-form.tsx'
import { repeatText } from './repeat-text.ts'

type RepeatChipProps = {
  readonly repeat: Repeat
  readonly today: string
  readonly onChange: (repeat: Repeat | null) => void
}

/** How often a visit comes back: opens into how often, on which days and until when. */
export function RepeatChip({ repeat, today, onChange }: RepeatChipProps) {
  const { say } = useWords()
  const locale = useLocale()
  const value = repeatText(repeat, say, locale)
  return (
    <>
      ,{' '}
      <Chip label={say('chipRepeat', { value })} value={value}>
        {(close) => (
          <RepeatForm
            repeat={repeat}
            today={today}
            onDone={(next) => {
              onChange(next)
              close()
            }}
          />
        )}
      </Chip>
    </>
  )
}
