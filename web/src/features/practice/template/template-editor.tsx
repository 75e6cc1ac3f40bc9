import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { usePractice, useSite, useToday } from '../../../app/site.ts'
import { Card, DateField, PageHeader, zoneCity } from '../../../ui/index.ts'
import page from '../practice.module.css'
import type { Resource } from '../shapes.ts'
import { useWords } from '../use-words.ts'
import { faultsOf, nextMonday, type Painted, paintedFrom } from './model.ts'
import { Others } from './others.tsx'
import { PaintBoard } from './paint-board.tsx'
import { PreviewPart } from './preview-part.tsx'

export function TemplateEditor({ resource }: { readonly resource: Resource }) {
  const { say } = useWords()
  const { sites } = usePractice()
  const here = useSite()
  const site = sites.find(({ id }) => id === resource.siteId) ?? here
  const today = useToday(site)
  const [from, setFrom] = useState<string>(() => nextMonday(today))
  const [sessions, setSessions] = useState<readonly Painted[]>(() => paintedFrom(resource.hours, from))
  const [others, setOthers] = useState<readonly string[]>([])
  const faults = faultsOf(sessions)
  return (
    <>
      <PageHeader title={say('templateOf', { name: resource.name })}>
        <p className={page.soft}>
          {say('templateLead', { site: site.name, city: zoneCity(site.timeZone) })}{' '}
          <Link to="/practice" hash="resources">
            {say('backToResources')}
          </Link>
        </p>
      </PageHeader>
      <div className={page.part}>
        <div className={page.bar}>
          <DateField
            label={say('appliesFrom')}
            description={say('appliesFromHelp')}
            value={from}
            minValue={today}
            onChange={(date) => date !== null && setFrom(date)}
            isRequired
          />
        </div>
        <PaintBoard sessions={sessions} onChange={setSessions} from={from} faults={faults} lanes={resource.lanes} />
        <Others resource={resource} chosen={others} onChange={setOthers} />
        <Card>
          <PreviewPart
            resources={[resource.id, ...others]}
            sessions={sessions}
            from={from}
            hasFaults={faults.length > 0}
          />
        </Card>
      </div>
    </>
  )
}
