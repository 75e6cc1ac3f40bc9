import { useEffect, useRef, useSyncExternalStore } from 'react'
import { type ActiveShortcut, type ShortcutScope, shortcuts } from './registry.ts'

export type ShortcutMap = Readonly<
  Record<string, { readonly label: string; readonly run: () => void; readonly group?: string }>
>
export type ShortcutOptions = { readonly scope?: ShortcutScope; readonly isEnabled?: boolean }

/** Binds keys as long as the component is mounted and `isEnabled` holds. The map may be made anew on every render. */
export function useShortcuts(map: ShortcutMap, { scope = 'page', isEnabled = true }: ShortcutOptions = {}): void {
  const latest = useRef(map)
  useEffect(() => {
    latest.current = map
  })
  const shape = JSON.stringify(Object.entries(map).map(([keys, { label, group }]) => [keys, label, group]))
  useEffect(() => {
    if (!isEnabled) return
    const leave = Object.entries(latest.current).map(([keys, { label, group }]) =>
      shortcuts.add({ keys, label, group, scope }, () => latest.current[keys]?.run()),
    )
    return () => {
      for (const remove of leave) remove()
    }
  }, [shape, scope, isEnabled])
}

/** What works right now, innermost scope first. */
export function useActiveShortcuts(): readonly ActiveShortcut[] {
  return useSyncExternalStore(shortcuts.subscribe, shortcuts.list)
}
