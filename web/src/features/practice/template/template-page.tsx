import { useParams } from '@tanstack/react-router'
import { Page } from '../../../app/page.tsx'
import { useMay } from '../../../app/session.ts'
import { usePractice } from '../../../app/site.ts'
import { EmptyState } from '../../../ui/index.ts'
import { ReadOnlyNote } from '../read-only-note.tsx'
import { useWords } from '../use-words.ts'
import { TemplateEditor } from './template-editor.tsx'

/** The weekly hours of one resource: painted, looked at on real dates, and saved from a date on. */
export function TemplatePage() {
  const { say } = useWords()
  const { resourceId } = useParams({ strict: false })
  const { resources } = usePractice()
  const mayChange = useMay('practice.change')
  const resource = resources.find(({ id }) => id === resourceId)
  if (!resource)
    return (
      <Page title={say('templateTitle')}>
        <EmptyState title={say('templateGone')}>{say('templateGoneNext')}</EmptyState>
      </Page>
    )
  return (
    <Page title={say('templateTitle')}>
      {mayChange ? null : <ReadOnlyNote />}
      <TemplateEditor key={resource.id} resource={resource} />
    </Page>
  )
}
