import { startEmbedded } from './embedded.ts'

/** A process of its own for the tests: starts the server on the folder it is given, says so, and stays until it is killed. */
const server = await startEmbedded({ dataFolder: process.argv[2] ?? '', log: () => undefined })
process.stdout.write(`${JSON.stringify({ url: server.url, adopted: server.adopted })}\n`)
setInterval(() => undefined, 60_000)
