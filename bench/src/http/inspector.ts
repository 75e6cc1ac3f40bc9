export interface ProfileNode {
  readonly id: number
  readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number }
}

export interface Profile {
  readonly nodes: readonly ProfileNode[]
  readonly samples: readonly number[]
}

interface Answer {
  readonly profile?: Profile
  readonly result?: { readonly value?: unknown }
}

export interface Inspector {
  call(method: string, params?: object): Promise<Answer>
  close(): void
}

/** Speaks to the inspector of a process that was started with `--inspect`. */
export async function openInspector(address: string): Promise<Inspector> {
  const socket = new WebSocket(address)
  await new Promise((done, fail) => {
    socket.addEventListener('open', done)
    socket.addEventListener('error', fail)
  })
  const waiting = new Map<number, (answer: Answer) => void>()
  let last = 0
  socket.addEventListener('message', ({ data }) => {
    const { id, result } = JSON.parse(String(data)) as { id?: number; result?: Answer }
    if (id === undefined) return
    waiting.get(id)?.(result ?? {})
    waiting.delete(id)
  })
  return {
    call: (method, params = {}) =>
      new Promise((done) => {
        last += 1
        waiting.set(last, done)
        socket.send(JSON.stringify({ id: last, method, params }))
      }),
    close: () => socket.close(),
  }
}
