import { usePractice } from '../../../app/site.ts'
import page from '../practice.module.css'
import { PickMany } from '../pick-many.tsx'
import { inOrder, type Resource } from '../shapes.ts'
import { useWords } from '../use-words.ts'

export interface OthersProps {
  readonly resource: Resource
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

/** Resources of the same kind that get the same week. */
export function Others({ resource, chosen, onChange }: OthersProps) {
  const { say, locale } = useWords()
  const { resources, sites } = usePractice()
  const siteNames = new Map(sites.map(({ id, name }) => [id, name]))
  const alike = inOrder(resources, locale).filter(
    ({ id, kind, active }) => id !== resource.id && kind === resource.kind && active,
  )
  if (alike.length === 0) return null
  return (
    <details className={page.more}>
      <summary>{chosen.length === 0 ? say('alsoFor') : say('alsoForCount', { count: chosen.length })}</summary>
      <PickMany
        legend={say('alsoForLegend')}
        description={say('alsoForHelp')}
        choices={alike.map(({ id, name, siteId }) => ({ id, label: name, group: siteNames.get(siteId) ?? '' }))}
        chosen={chosen}
        onChange={onChange}
        hasAll
      />
    </details>
  )
}
