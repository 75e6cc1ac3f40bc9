interface Welcome {
  readonly organizations: readonly { readonly slug: string; readonly demo: boolean }[]
  readonly demo: { readonly password: string; readonly staff: readonly { email: string; role: string }[] } | null
}

export interface SignedIn {
  readonly organization: string
  readonly cookie: string
  readonly csrf: string
}

/** Signs in as somebody of the demo practice, its coordinator unless said otherwise, as a browser would. */
export async function signIn(url: string, role = 'coordinator'): Promise<SignedIn> {
  // The shape is the contract's; what is missing shows at once below.
  const welcome = (await (await fetch(`${url}/api/welcome`)).json()) as Welcome
  const organization = welcome.organizations.find((one) => one.demo)?.slug
  const who = welcome.demo?.staff.find((one) => one.role === role)
  if (!organization || !welcome.demo || !who) throw new Error('the server runs no demo practice with this role')
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ organization, email: who.email, password: welcome.demo.password }),
  })
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0]
  const { csrf } = (await answer.json()) as { csrf?: string }
  if (!answer.ok || cookie === undefined || csrf === undefined) throw new Error(`signing in answered ${answer.status}`)
  return { organization, cookie, csrf }
}
