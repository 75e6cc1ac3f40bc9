import { type ReactNode, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { createPortal } from 'react-dom'

type Kept = 'first' | 'second'
const names: readonly Kept[] = ['first', 'second']

/**
 * What stands in the panes outlives a change of their arrangement, as when a tablet is turned: what is typed and the windows
 * that are open stay. Each content is drawn into an element of its own, which moves to wherever the pane is now. What has no
 * place on a narrow screen is kept until another pane is asked for.
 */
export function useKeptPanes(
  contents: Readonly<Record<Kept, ReactNode>>,
  isNarrow: boolean,
  active: string | undefined,
) {
  const hosts = useMemo(() => ({ first: newHost(), second: newHost() }), [])
  const [shown, setShown] = useState<Readonly<Record<Kept, number>>>({ first: 0, second: 0 })
  const [before, setBefore] = useState({ isNarrow, active })
  const [kept, setKept] = useState<readonly Kept[]>([])
  if (before.isNarrow !== isNarrow || before.active !== active) {
    setBefore({ isNarrow, active })
    setKept(before.isNarrow !== isNarrow && isNarrow ? names.filter((name) => shown[name] > 0) : [])
  }
  const onShown = useCallback((name: Kept, by: 1 | -1) => {
    setShown((counts) => ({ ...counts, [name]: counts[name] + by }))
  }, [])
  const slot = (name: Kept) => <Slot name={name} host={hosts[name]} onShown={onShown} />
  return {
    slots: { first: slot('first'), second: slot('second') },
    forget: () => setKept([]),
    contents: names
      .filter((name) => shown[name] > 0 || kept.includes(name))
      .map((name) => createPortal(contents[name], hosts[name], name)),
  }
}

/** For the layout it is not there: what is in it stands in the pane itself. */
function newHost(): HTMLElement {
  const host = document.createElement('div')
  host.style.display = 'contents'
  return host
}

type SlotProps = {
  readonly name: Kept
  readonly host: HTMLElement
  readonly onShown: (name: Kept, by: 1 | -1) => void
}

function Slot({ name, host, onShown }: SlotProps) {
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    place.current?.append(host)
    onShown(name, 1)
    return () => onShown(name, -1)
  }, [name, host, onShown])
  return <div ref={place} style={{ display: 'contents' }} />
}
