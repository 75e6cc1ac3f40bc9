import { useCallback, useState } from 'react'

/** One sentence for assistive technology about what was just done; the eye sees it at its place on the page. */
export function useAnnouncement(): readonly [string, (text: string) => void] {
  const [text, setText] = useState('')
  const announce = useCallback((next: string) => setText((before) => (before === next ? `${next} ` : next)), [])
  return [text, announce]
}
