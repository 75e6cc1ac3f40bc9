import { usePractice } from '../../../app/site.ts'
import page from '../practice.module.css'
import type { RoleNeed } from '../shapes.ts'
import { useWords } from '../use-words.ts'
import { roleWord } from '../role-word.ts'

/** Who is needed for a visit type, in words: one by name, several by their number with the names a press away. */
export function Needed({ roles }: { readonly roles: readonly RoleNeed[] }) {
  const { say, locale } = useWords()
  const { resources } = usePractice()
  const names = new Map(resources.map(({ id, name }) => [id, name]))
  return (
    <div className={page.lines}>
      {roles.map(({ role, candidates }) => {
        const known = candidates.map((id) => names.get(id) ?? id)
        const word = roleWord(say, role)
        if (known.length === 1) return <p key={role}>{say('onlyOne', { role: word, name: known[0] ?? '' })}</p>
        return (
          <details key={role} className={page.more}>
            <summary>{say('anyOf', { role: word, count: known.length })}</summary>
            {new Intl.ListFormat(locale, { type: 'disjunction' }).format(known)}
          </details>
        )
      })}
    </div>
  )
}
