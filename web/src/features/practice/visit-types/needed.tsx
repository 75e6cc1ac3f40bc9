import { usePractice } from '../../../app/site.ts'
import page from '../practice.module.css'
import type { VisitType } from '../shapes.ts'
import { useWords } from '../use-words.ts'
import { roleWord } from '../../../app/visit-role.ts'
import { PhaseStrip } from './phase-strip.tsx'
import styles from './visit-types.module.css'

/** Who is needed for a visit type, in words: one by name, several by their number with the names a press away. */
export function Needed({ visitType }: { readonly visitType: VisitType }) {
  const { roles, durationMinutes, rules } = visitType
  const { phases = [] } = rules
  const { say, locale } = useWords()
  const { resources } = usePractice()
  const names = new Map(resources.map(({ id, name }) => [id, name]))
  return (
    <div className={page.lines}>
      <PhaseStrip phases={phases} durationMinutes={durationMinutes} />
      {roles.map(({ role, candidates, requires = [] }) => {
        const known = candidates.map((id) => names.get(id) ?? id)
        const word = roleWord(say, role)
        const asked = requires.filter((one) => one !== role)
        if (known.length === 0)
          return (
            <p key={role} className={styles.ownRole}>
              {asked.length === 0 ? word : say('whoHas', { role: word, attributes: asked.join(', ') })}
            </p>
          )
        if (known.length === 1)
          return (
            <p key={role} className={styles.ownRole}>
              {say('onlyOne', { role: word, name: known[0] ?? '' })}
            </p>
          )
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
