import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { type FhirResource, readDocument } from '@foyer/fhir'
import { refuse, type Result } from '@foyer/kernel'

/** A file to read. `name` is how it is called in reports, `source` who sent it. */
export interface ImportFile {
  readonly path: string
  readonly name: string
  readonly source: string
}

export interface FileFault {
  readonly file: string
  readonly reason: string
}

function nameOf(path: string): string {
  const short = relative(process.cwd(), path)
  return short.startsWith('..') || short === '' ? path : short
}

function walk(path: string, files: string[], faults: FileFault[]): void {
  try {
    if (statSync(path).isDirectory())
      for (const name of readdirSync(path).toSorted()) {
        const inner = join(path, name)
        if (statSync(inner).isDirectory() || /\.(json|ndjson)$/i.test(name)) walk(inner, files, faults)
      }
    else files.push(path)
  } catch {
    faults.push({ file: nameOf(path), reason: 'There is no such file or folder, or it may not be read.' })
  }
}

/**
 * The files of what was named, folders with all that lies in them (`*.json`, `*.ndjson`), each once. The source is the
 * name of a file's folder unless one is given.
 */
export function findFiles(
  paths: readonly string[],
  source: string | undefined,
): { files: ImportFile[]; faults: FileFault[] } {
  const found: string[] = []
  const faults: FileFault[] = []
  for (const path of paths) walk(resolve(path), found, faults)
  const files = [...new Set(found)].map((path) => ({
    path,
    name: nameOf(path),
    source: source ?? (basename(dirname(path)) || 'files'),
  }))
  return { files, faults }
}

/** Between a file's name and the place inside it. */
const IN_FILE = ': '

/** The resources of one file; their paths begin with its name. */
export function readFhirFile(file: ImportFile): Result<FhirResource[], FileFault> {
  let text: string
  try {
    text = readFileSync(file.path, 'utf8')
  } catch {
    return refuse({ file: file.name, reason: 'The file may not be read.' })
  }
  const read = readDocument(text)
  if (!read.ok) return refuse({ file: file.name, reason: read.error.text })
  return { ok: true, value: read.value.map((entry) => ({ ...entry, path: `${file.name}${IN_FILE}${entry.path}` })) }
}

/** Takes a path apart again. */
export function splitPath(path: string): { file: string; where: string } {
  const at = path.lastIndexOf(IN_FILE)
  return at < 0 ? { file: path, where: '' } : { file: path.slice(0, at), where: path.slice(at + IN_FILE.length) }
}
