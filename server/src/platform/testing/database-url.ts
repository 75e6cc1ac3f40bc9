/** The same server, another database. By text: a URL without a host, as for a socket, is none to the URL class. */
export function databaseUrl(url: string, database: string): string {
  return url.replace(/^(postgres(?:ql)?:\/\/[^/]*\/)[^?]*/, `$1${database}`)
}
