/** Whether a dialog, drawer or popover waits for an answer. Toasts say `alertdialog` too, but nobody waits in them. */
export function isWindowOpen(): boolean {
  return document.querySelector('section[role=dialog], section[role=alertdialog]') !== null
}
