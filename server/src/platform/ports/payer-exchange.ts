/** A way to a payer or a clearinghouse. */
export interface PayerLine {
  readonly kind: 'core-mime' | 'core-soap' | 'sftp' | 'rest'
  /** `https://…`, or `sftp://host:port/folder`; http only to this machine itself. */
  readonly address: string
  readonly senderId: string
  readonly receiverId: string
  /** What a kind asks for besides: names of files, folders, fields; see the adapters. */
  readonly settings: Readonly<Record<string, unknown>>
  readonly secret: PayerSecret | null
}

export type PayerSecret =
  | { readonly kind: 'password'; readonly user: string; readonly password: string }
  | { readonly kind: 'key'; readonly user: string; readonly privateKey: string }
  | { readonly kind: 'token'; readonly token: string }

/** An interchange on its way out. */
export interface Outgoing {
  /** A UUID: the same payload is never sent under two, nor two under one. */
  readonly id: string
  /** `270`, and the guide it follows: `005010X279A1`. */
  readonly transaction: string
  readonly guide: string
  /** RFC 3339 in UTC. */
  readonly at: string
  readonly bytes: Uint8Array
}

/** One part of the way there and back. */
export interface Hop {
  readonly hop: 'connect' | 'send' | 'wait' | 'receive'
  readonly ms: number
  readonly outcome: 'ok' | 'failed'
}

/** `refused-us`: it does not know us, or does not take such a thing; asking again changes nothing. */
export type ExchangeProblem = 'down' | 'too-slow' | 'not-understood' | 'refused-us'

export interface NotExchanged {
  readonly ok: false
  readonly problem: ExchangeProblem
  /** `ECONNREFUSED`, `HTTP 503`, `CORE PayloadTypeNotSupported`: never a word of the answer itself. */
  readonly detail: string
  readonly hops: readonly Hop[]
}

export interface Exchanged {
  readonly ok: true
  /** Empty where the other side only says that it took what was dropped. */
  readonly payload: Uint8Array
  readonly hops: readonly Hop[]
}

export interface Lying {
  readonly name: string
  /** Another one where under the same name lies something else. */
  readonly mark: string
}

export interface Picked extends Lying {
  readonly payload: Uint8Array
}

export interface PickedUp {
  readonly ok: true
  readonly picked: readonly Picked[]
  /** What did not come in its time, or cannot be read. */
  readonly unread: readonly Lying[]
  /** How many lie there, whether they were read or not. */
  readonly lying: number
  readonly hops: readonly Hop[]
}

/** Carries interchanges. Nothing here reads X12, and nothing throws for what the other side does. */
export interface PayerExchange {
  /**
   * One interchange there, the answer back (CAQH CORE connectivity in real time, REST). A line that only takes files
   * answers `refused-us`.
   *
   * @param limitMs from the first step to the last byte; payers promise 20 s (CAQH CORE 156)
   */
  ask(line: PayerLine, outgoing: Outgoing, limitMs: number): Promise<Exchanged | NotExchanged>
  /** Hands over a batch; what answers it comes later, by `pickUp`. */
  drop(line: PayerLine, outgoing: Outgoing, limitMs: number): Promise<Exchanged | NotExchanged>
  /**
   * What lies ready. The same is there again until it was `taken`.
   *
   * @param limitMs for the way there, and for each file by itself: what was read is kept
   * @param isNew by its mark; what is not new is not read
   */
  pickUp(line: PayerLine, limitMs: number, isNew?: (mark: string) => boolean): Promise<PickedUp | NotExchanged>
  /** What was picked up is stored here and need not be kept there. Nothing is ever deleted or written over. */
  taken(line: PayerLine, names: readonly string[], limitMs: number): Promise<Exchanged | NotExchanged>
}
