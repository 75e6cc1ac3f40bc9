import { usePractice } from '../../../app/site.ts'
import { ComboBox } from '../../../ui/index.ts'
import { inOrder, type Resource } from '../shapes.ts'
import { useWords } from '../use-words.ts'

export interface ResourceFieldProps {
  readonly resources: readonly Resource[]
  readonly value: string | null
  readonly onChange: (resourceId: string | null) => void
  readonly errorMessage: string | undefined
}

/** Who or what is meant; with the site, where there are several. */
export function ResourceField({ resources, value, onChange, errorMessage }: ResourceFieldProps) {
  const { say, locale } = useWords()
  const { sites } = usePractice()
  const names = new Map(sites.map(({ id, name }) => [id, name]))
  return (
    <ComboBox
      label={say('whoOrWhat')}
      placeholder={say('whoPlaceholder')}
      options={inOrder(resources, locale).map(({ id, name, kind, siteId }) => ({
        id,
        label: name,
        detail: [say(`oneKind_${kind}`), ...(sites.length > 1 ? [names.get(siteId)] : [])].join(' · '),
      }))}
      value={value}
      onChange={onChange}
      isRequired
      errorMessage={errorMessage}
    />
  )
}
