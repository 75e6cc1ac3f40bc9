import { createTransport } from 'nodemailer'
import type { Mailer } from '../../platform/ports/mailer.ts'

export interface SmtpOptions {
  /** `smtp://user:password@host:587`, or `smtps:` for TLS from the first byte. */
  readonly url: string
  readonly from: string
  /** For connecting, for the greeting and for every silence after it. */
  readonly timeoutMs?: number
}

/** Hands each mail to a mail server over a connection of its own. */
export function smtpMailer({ url, from, timeoutMs = 10_000 }: SmtpOptions): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    send: async ({ to, subject, text, calendar }) => {
      await transport.sendMail({
        from,
        // As an object it is one address, whatever characters it holds.
        to: { name: '', address: to },
        subject,
        text,
        // Answers of machines (holiday notes) are not wanted: RFC 3834, 5.
        headers: { 'Auto-Submitted': 'auto-generated' },
        ...(calendar ? { icalEvent: { method: calendar.method, content: calendar.text, filename: 'visit.ics' } } : {}),
      })
    },
  }
}
