import { useState } from 'react'
import { Drawer } from '../drawer.tsx'
import { Segmented } from '../segmented.tsx'
import { useWords } from '../use-words.ts'
import type { Pane } from './pane.ts'
import styles from './panes.module.css'
import { SidePane } from './side-pane.tsx'
import { useKeptPanes } from './use-kept-panes.tsx'
import { useMedia } from './use-media.ts'

export type PaneName = 'first' | 'second' | 'third'

export type PanesProps = {
  /** Under this name widths and folds are remembered. */
  readonly id: string
  readonly first: Pane
  readonly second: Pane
  readonly third?: Pane
  /** Where the third pane is a drawer: whether it is open. Elsewhere it is simply there. */
  readonly isThirdOpen?: boolean
  readonly onThirdOpenChange?: (isOpen: boolean) => void
  /** Which pane shows where there is room for one. */
  readonly active?: PaneName
  readonly onActiveChange?: (pane: PaneName) => void
}

export function Panes(props: PanesProps) {
  const isNarrow = useMedia('(max-width: 720px)')
  const { first, second, active } = props
  const kept = useKeptPanes({ first: first.content, second: second.content }, isNarrow, active)
  const panes = {
    ...props,
    first: { ...first, content: kept.slots.first },
    second: { ...second, content: kept.slots.second },
  }
  return (
    <>
      {isNarrow ? <OnePane {...panes} onShow={kept.forget} /> : <SideBySide {...panes} />}
      {kept.contents}
    </>
  )
}

function SideBySide({ id, first, second, third, isThirdOpen = false, onThirdOpenChange }: PanesProps) {
  const thirdIsDrawer = useMedia('(max-width: 1280px)')
  return (
    <div className={styles.panes}>
      <SidePane id={id} side="first" pane={first} />
      <section className={styles.pane} aria-label={second.label}>
        {second.content}
      </section>
      {third && !thirdIsDrawer && <SidePane id={id} side="third" pane={third} />}
      {third && thirdIsDrawer && (
        <Drawer isOpen={isThirdOpen} onClose={() => onThirdOpenChange?.(false)} title={third.label}>
          {third.content}
        </Drawer>
      )}
    </div>
  )
}

type OnePaneProps = PanesProps & { readonly onShow: () => void }

function OnePane({ first, second, third, active, onActiveChange, onShow }: OnePaneProps) {
  const { say } = useWords()
  const [chosen, setChosen] = useState<PaneName>('second')
  const all = { first, second, third }
  const wanted = active ?? chosen
  const current = all[wanted] ? wanted : 'second'
  const pane = all[current] ?? second
  const names: readonly PaneName[] = third ? ['first', 'second', 'third'] : ['first', 'second']
  const show = (name: PaneName) => {
    setChosen(name)
    onShow()
    onActiveChange?.(name)
  }
  return (
    <div className={styles.single}>
      <div className={styles.switcher}>
        <Segmented
          label={say('panes')}
          options={names.map((name) => ({ id: name, label: all[name]?.label ?? '' }))}
          value={current}
          onChange={show}
        />
      </div>
      <section className={styles.pane} aria-label={pane.label}>
        {pane.content}
      </section>
    </div>
  )
}
