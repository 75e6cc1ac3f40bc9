import type { Stats } from 'node:fs'
import { type FileHandle, lstat, mkdir, open, readdir, rename, rm, rmdir } from 'node:fs/promises'
import { join, posix } from 'node:path'
import ssh2, { type Attributes, type FileEntry, type SFTPWrapper } from 'ssh2'

const { OPEN_MODE, STATUS_CODE } = ssh2.utils.sftp

type Open = { readonly file: FileHandle } | { readonly entries: FileEntry[] }

/** Answers one session of the SSH File Transfer Protocol (draft 3) with what lies in a folder. */
export function serveFolder(session: SFTPWrapper, folder: string): void {
  const handles = new Map<number, Open>()
  let last = 0

  /** `..` ends at the folder that is served. */
  const within = (path: string): string => join(folder, posix.normalize(`/${path}`))

  function answering(id: number, work: () => Promise<void>): void {
    work().catch((error: unknown) => {
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      session.status(id, code === 'ENOENT' ? STATUS_CODE.NO_SUCH_FILE : STATUS_CODE.FAILURE)
    })
  }

  function given(id: number, one: Open): void {
    last += 1
    const handle = Buffer.alloc(4)
    handle.writeUInt32BE(last)
    handles.set(last, one)
    session.handle(id, handle)
  }

  function fileOf(handle: Buffer): FileHandle {
    const one = handles.get(handle.readUInt32BE())
    if (!one || !('file' in one)) throw new Error('no such handle')
    return one.file
  }

  const done = (id: number): void => session.status(id, STATUS_CODE.OK)

  function doing(id: number, work: () => Promise<unknown>): void {
    answering(id, async () => {
      await work()
      done(id)
    })
  }

  session.on('REALPATH', (id, path) => {
    const filename = posix.normalize(`/${path}`)
    session.name(id, [{ filename, longname: filename, attrs: nothing }])
  })
  for (const event of ['STAT', 'LSTAT'] as const) {
    session.on(event, (id: number, path: string) =>
      answering(id, async () => session.attrs(id, attributesOf(await lstat(within(path))))),
    )
  }
  session.on('FSTAT', (id, handle) =>
    answering(id, async () => session.attrs(id, attributesOf(await fileOf(handle).stat()))),
  )
  session.on('SETSTAT', (id) => done(id))
  session.on('FSETSTAT', (id) => done(id))
  session.on('OPENDIR', (id, path) =>
    answering(id, async () => {
      const names = await readdir(within(path))
      const entries = await Promise.all(
        names.map(async (filename): Promise<FileEntry> => {
          const stats = await lstat(join(within(path), filename))
          return { filename, longname: longName(filename, stats), attrs: attributesOf(stats) }
        }),
      )
      given(id, { entries })
    }),
  )
  session.on('READDIR', (id, handle) => {
    const one = handles.get(handle.readUInt32BE())
    const entries = one && 'entries' in one ? one.entries.splice(0) : []
    if (entries.length > 0) session.name(id, entries)
    else session.status(id, STATUS_CODE.EOF)
  })
  session.on('OPEN', (id, path, flags) =>
    answering(id, async () => given(id, { file: await open(within(path), modeOf(flags)) })),
  )
  session.on('READ', (id, handle, offset, length) =>
    answering(id, async () => {
      const { buffer, bytesRead } = await fileOf(handle).read(Buffer.alloc(Math.min(length, 65_536)), 0, null, offset)
      if (bytesRead > 0) session.data(id, buffer.subarray(0, bytesRead))
      else session.status(id, STATUS_CODE.EOF)
    }),
  )
  session.on('WRITE', (id, handle, offset, data) =>
    answering(id, async () => {
      await fileOf(handle).write(data, 0, data.length, offset)
      done(id)
    }),
  )
  session.on('CLOSE', (id, handle) =>
    answering(id, async () => {
      const number = handle.readUInt32BE()
      const one = handles.get(number)
      handles.delete(number)
      if (one && 'file' in one) await one.file.close()
      done(id)
    }),
  )
  session.on('MKDIR', (id, path) => doing(id, () => mkdir(within(path))))
  session.on('RMDIR', (id, path) => doing(id, () => rmdir(within(path))))
  session.on('REMOVE', (id, path) => doing(id, () => rm(within(path))))
  session.on('RENAME', (id, from, to) => doing(id, () => rename(within(from), within(to))))
  session.on('close', () => {
    for (const one of handles.values()) if ('file' in one) void one.file.close().catch(() => {})
  })
}

const nothing: Attributes = { mode: 0, uid: 0, gid: 0, size: 0, atime: 0, mtime: 0 }

function attributesOf({ mode, size, atimeMs, mtimeMs }: Stats): Attributes {
  const seconds = (ms: number): number => Math.floor(ms / 1000)
  return { mode, uid: 0, gid: 0, size, atime: seconds(atimeMs), mtime: seconds(mtimeMs) }
}

/** As `ls -l` prints it: clients read from its first letter whether it is a folder. */
function longName(name: string, stats: Stats): string {
  return `${stats.isDirectory() ? 'd' : '-'}rw-r--r-- 1 payer payer ${stats.size} Jan 1 00:00 ${name}`
}

function modeOf(flags: number): string {
  if ((flags & OPEN_MODE.WRITE) === 0) return 'r'
  if ((flags & OPEN_MODE.TRUNC) !== 0) return 'w'
  return (flags & OPEN_MODE.APPEND) === 0 ? 'r+' : 'a'
}
