import { type ReactNode, useEffect, useRef } from 'react'
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components'
import styles from './tabs.module.css'

export type TabItem<Id extends string = string> = {
  readonly id: Id
  readonly label: string
  readonly count?: number
  readonly content: ReactNode
}

export type TabsProps<Id extends string = string> = {
  readonly label: string
  readonly tabs: ReadonlyArray<TabItem<Id>>
  readonly selected: Id
  readonly onChange: (id: Id) => void
}

export function Tabs<Id extends string = string>({ label, tabs, selected, onChange }: TabsProps<Id>) {
  const choose = (key: unknown) => {
    const chosen = tabs.find((tab) => tab.id === key)
    if (chosen) onChange(chosen.id)
  }
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The tabs are there a moment after the list.
    const frame = requestAnimationFrame(() => {
      const chosen = list.current?.querySelector('[aria-selected="true"]')
      chosen?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    })
    return () => cancelAnimationFrame(frame)
  }, [selected])
  return (
    <AriaTabs selectedKey={selected} onSelectionChange={choose} className={styles.tabs}>
      <TabList ref={list} aria-label={label} className={styles.list}>
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className={styles.tab}>
            {tab.label}
            {tab.count !== undefined && <span className={styles.count}>{tab.count}</span>}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className={styles.panel}>
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
