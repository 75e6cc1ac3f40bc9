import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { payers } from '@foyer/contract'
import type { TestClient } from '../../../platform/testing/test-app.ts'

/** A payer's end on this machine: answers by what it was told last. */
export interface FakePayer {
  readonly address: string
  /** Bodies that arrived, the newest last, with their authorization. */
  readonly heard: { readonly body: string; readonly authorization: string | null }[]
  answer: { readonly status: number; readonly body: string } | 'never'
  stop(): Promise<void>
}

export async function aFakePayer(): Promise<FakePayer> {
  const heard: FakePayer['heard'] = []
  const server: Server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      heard.push({
        body: Buffer.concat(pieces).toString('utf8'),
        authorization: request.headers.authorization ?? null,
      })
      if (fake.answer === 'never') return
      response.writeHead(fake.answer.status, { 'content-type': 'application/json' }).end(fake.answer.body)
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const fake: FakePayer = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/x12`,
    heard,
    answer: { status: 200, body: '{}' },
    stop: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
  return fake
}

let made = 0

/** A connection of kind `rest`. Answers its id. */
export async function aConnection(manager: TestClient, more: object = {}): Promise<string> {
  made += 1
  const { body } = await manager.call(payers.addConnection, {
    name: `House ${made}`,
    kind: 'rest',
    address: 'https://payer.example/x12',
    senderId: 'RIVERSIDE',
    receiverId: 'HOUSE',
    secret: null,
    ...more,
  })
  return body.id
}
