/** What windows of one browser tell each other, for they share one session. */
export type WindowNews = 'locked' | 'unlocked' | 'signed-out' | 'signed-in' | 'active'

const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('foyer')

export function tellWindows(news: WindowNews): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel knows its own origin only
  channel?.postMessage(news)
}

export function onWindowNews(listener: (news: WindowNews) => void): () => void {
  const hear = (event: MessageEvent<WindowNews>) => listener(event.data)
  channel?.addEventListener('message', hear)
  return () => channel?.removeEventListener('message', hear)
}
