import { Signal } from '../../ui/index.ts'
import { useWords } from './use-words.ts'

export function InUse({ active }: { readonly active: boolean }) {
  const { say } = useWords()
  return active ? <Signal kind="ok">{say('inUse')}</Signal> : <Signal kind="warn">{say('notInUse')}</Signal>
}
