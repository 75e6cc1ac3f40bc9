/**
 * What may be noted of a failed hand-over: the reply code of the mail server (RFC 5321, 4.2) or the code of the
 * connection's fault. Never the text, which quotes addresses.
 */
export function mailProblem(error: unknown): string {
  if (!(error instanceof Error)) return 'not sent'
  const code = 'responseCode' in error ? error.responseCode : null
  if (typeof code === 'number' && code >= 200 && code <= 599) return `SMTP ${code}`
  const name = 'code' in error ? error.code : null
  return typeof name === 'string' && /^[A-Z][A-Z0-9_]{1,30}$/.test(name) ? name : 'not sent'
}
