import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useMay } from '../../../app/session.ts'
import { usePractice } from '../../../app/site.ts'
import { Button, Select, useShortcuts } from '../../../ui/index.ts'
import page from '../practice.module.css'
import { inOrder, kinds, type Resource, type ResourceKind } from '../shapes.ts'
import { useOpened } from '../use-opened.ts'
import { useWords } from '../use-words.ts'
import { ResourceDialog } from './resource-dialog.tsx'
import { ResourceLine } from './resource-line.tsx'
import styles from './resources.module.css'

const everywhere = 'all'

export function ResourcesTab() {
  const { say, locale } = useWords()
  const { sites, resources } = usePractice()
  const mayChange = useMay('practice.change')
  const [only, setOnly] = useState<string>(everywhere)
  const { what, open, close, home } = useOpened<Resource | 'new'>()
  const add = () => open('new')
  useShortcuts({ a: { label: say('addResource'), run: add } }, { isEnabled: mayChange })

  const shownSites = inOrder(sites, locale).filter(({ id }) => only === everywhere || id === only)
  const at = (kind: ResourceKind, siteId: string) =>
    inOrder(
      resources.filter((resource) => resource.kind === kind && resource.siteId === siteId),
      locale,
    )
  return (
    <div className={page.part}>
      <div className={page.bar}>
        {mayChange && (
          <Button ref={home} variant="go" icon={Plus} shortcut="a" onPress={add}>
            {say('addResource')}
          </Button>
        )}
        {sites.length > 1 && (
          <Select
            label={say('onlySite')}
            options={[
              { id: everywhere, label: say('allSites') },
              ...sites.map(({ id, name }) => ({ id, label: name })),
            ]}
            value={only}
            onChange={setOnly}
          />
        )}
      </div>
      {kinds.map((kind) => {
        const groups = shownSites.map((site) => ({ site, members: at(kind, site.id) }))
        const filled = groups.filter(({ members }) => members.length > 0)
        return (
          <section key={kind} className={styles.kind} aria-labelledby={`kind-${kind}`}>
            <h2 id={`kind-${kind}`}>{say(`kind_${kind}`)}</h2>
            {filled.length === 0 && <p className={styles.none}>{say(`noneOfKind_${kind}`)}</p>}
            {filled.map(({ site, members }) => (
              <div key={site.id} className={page.lines}>
                {sites.length > 1 && <h3 className={styles.site}>{site.name}</h3>}
                <ul className={styles.lines}>
                  {members.map((resource) => (
                    <ResourceLine
                      key={resource.id}
                      resource={resource}
                      onChange={mayChange ? () => open(resource) : undefined}
                    />
                  ))}
                </ul>
              </div>
            ))}
          </section>
        )
      })}
      {what && <ResourceDialog resource={what === 'new' ? null : what} onClose={close} />}
    </div>
  )
}
