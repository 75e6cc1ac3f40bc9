export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** iCalendar text and its method (RFC 6047). */
  readonly calendar: { readonly text: string; readonly method: 'REQUEST' | 'CANCEL' | 'PUBLISH' } | null
}

/** Hands a mail to a mail server. Throws when the server does not take it; it will be tried again. */
export interface Mailer {
  send(mail: Mail): Promise<void>
}
