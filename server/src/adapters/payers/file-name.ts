import type { Outgoing } from '../../platform/ports/payer-exchange.ts'

/**
 * How partners want their files named: `{transaction}` `{date}` (YYYYMMDD) `{time}` (HHMMSS), both in UTC, `{sender}`,
 * `{id}` (which makes the name one of its own; added where the template has none). What is no plain character of a file
 * name becomes `-`.
 */
export function fileName(template: string, outgoing: Outgoing, senderId: string): string {
  const whole = template.includes('{id}') ? template : template.replace(/(\.\w{1,5})?$/, '-{id}$1')
  const values: Readonly<Record<string, string>> = {
    transaction: outgoing.transaction,
    date: outgoing.at.slice(0, 10).replaceAll('-', ''),
    time: outgoing.at.slice(11, 19).replaceAll(':', ''),
    sender: senderId.trim(),
    id: outgoing.id,
  }
  return whole
    .replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder)
    .replace(/[^A-Za-z0-9._-]/g, '-')
    .replace(/^\.+/, '')
}
