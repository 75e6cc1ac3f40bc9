import { X } from 'lucide-react'
import { useId, useState } from 'react'
import { Button, TextField } from '../../ui/index.ts'
import page from './practice.module.css'
import { useWords } from './use-words.ts'

export interface ChipFieldProps {
  readonly label: string
  readonly description: string
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
  /** Those in use elsewhere, to choose by a press. */
  readonly suggestions: readonly string[]
}

const shape = /^[a-z][a-z0-9-]{0,39}$/

/** Words such as `mri-trained`: typed, or chosen from those in use. */
export function ChipField({ label, description, chosen, onChange, suggestions }: ChipFieldProps) {
  const { say } = useWords()
  const legendId = useId()
  const [typed, setTyped] = useState('')
  const [isWrong, setWrong] = useState(false)
  const add = (name: string) => {
    const word = name.trim().toLowerCase().replaceAll(/\s+/g, '-')
    if (word === '') return
    if (!shape.test(word)) {
      setWrong(true)
      return
    }
    setWrong(false)
    setTyped('')
    if (!chosen.includes(word)) onChange([...chosen, word])
  }
  const others = suggestions.filter((one) => !chosen.includes(one))
  return (
    <div role="group" aria-labelledby={legendId} className={page.chips}>
      <span id={legendId} className={page.legend}>
        {label}
      </span>
      {chosen.length > 0 && (
        <span className={page.tags}>
          {chosen.map((name) => (
            <Button
              key={name}
              size="sm"
              icon={X}
              aria-label={say('removeAttribute', { name })}
              onPress={() => onChange(chosen.filter((one) => one !== name))}
            >
              {name}
            </Button>
          ))}
        </span>
      )}
      {/* Enter adds the word and does not send the form around it. */}
      <div
        className={page.copy}
        onKeyDownCapture={(event) => {
          if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
          event.preventDefault()
          event.stopPropagation()
          add(typed)
        }}
      >
        <TextField
          label={label}
          description={description}
          value={typed}
          onChange={setTyped}
          maxLength={40}
          autoComplete="off"
          errorMessage={isWrong ? say('attributeFault') : undefined}
        />
        <Button onPress={() => add(typed)}>{say('addAttribute')}</Button>
      </div>
      {others.length > 0 && (
        <span className={page.tags}>
          <span className={page.small}>{say('inUseElsewhere')}</span>
          {others.map((name) => (
            <Button key={name} size="sm" variant="quiet" onPress={() => add(name)}>
              {name}
            </Button>
          ))}
        </span>
      )}
    </div>
  )
}
