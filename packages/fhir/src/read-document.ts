import { ok, refuse, type Result } from '@foyer/kernel'
import { jsonFaultOffset, lineAndColumn } from './json-fault.ts'
import { type FhirResource, isObject, member, type ReadFault, resourceTypeOf, textMember } from './resource.ts'

/** Bundles inside bundles are opened this deep; a deeper one stays closed. */
const bundleDepth = 8

/**
 * Reads the text of a FHIR R4 Bundle of any type, of a single resource, or NDJSON (one resource a line, as bulk
 * export writes it). Resources come in the order of the file, unchecked. FHIR XML is refused.
 */
export function readDocument(text: string): Result<FhirResource[], ReadFault> {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text
  const start = body.trimStart()
  if (start === '') return refuse({ code: 'empty', line: 1, column: 1, text: 'The file is empty.' })
  if (start.startsWith('<')) {
    return refuse({ code: 'xml', line: 1, column: 1, text: 'This looks like XML; only the JSON form of FHIR is read.' })
  }
  const whole = parse(body)
  if (!whole.ok) return readLines(body) ?? refuse(broken(body, 1))
  const type = resourceTypeOf(whole.value)
  if (type === '') return refuse(notFhir('The JSON names no resourceType.'))
  const entry = isObject(whole.value) ? member(whole.value, 'entry') : undefined
  if (type === 'Bundle' && entry !== undefined && !Array.isArray(entry)) {
    return refuse(notFhir('Bundle.entry is not a list.'))
  }
  return ok(open(whole.value, type, undefined, 0))
}

function open(value: unknown, path: string, fullUrl: string | undefined, depth: number): FhirResource[] {
  const resourceType = resourceTypeOf(value)
  const entries = isObject(value) ? member(value, 'entry') : undefined
  if (resourceType === 'Bundle' && depth < bundleDepth && (entries === undefined || Array.isArray(entries))) {
    const items: readonly unknown[] = entries ?? []
    return items.flatMap((item, index) => {
      const place = `${path}.entry[${index}]`
      if (!isObject(item)) return [{ resourceType: '', id: undefined, resource: item, path: place }]
      return open(member(item, 'resource'), `${place}.resource`, textMember(item, 'fullUrl'), depth + 1)
    })
  }
  const id = isObject(value) ? textMember(value, 'id') : undefined
  return [{ resourceType, id, ...(fullUrl === undefined ? {} : { fullUrl }), resource: value, path }]
}

/** NDJSON when the first line is a JSON object by itself; undefined when the text is no NDJSON at all. */
function readLines(body: string): Result<FhirResource[], ReadFault> | undefined {
  const resources: FhirResource[] = []
  let first = true
  for (const [index, line] of body.split('\n').entries()) {
    if (line.trim() === '') continue
    const value = parse(line)
    if (first && !(value.ok && isObject(value.value))) return undefined
    first = false
    if (!value.ok) return refuse(broken(line, index + 1))
    for (const found of open(value.value, `line(${index + 1})`, undefined, 0)) resources.push(found)
  }
  return resources.some((found) => found.resourceType !== '')
    ? ok(resources)
    : refuse(notFhir('No line of the file names a resourceType.'))
}

function parse(text: string): Result<unknown, 'broken'> {
  try {
    return ok(JSON.parse(text))
  } catch {
    return refuse('broken')
  }
}

function broken(text: string, firstLine: number): ReadFault {
  const { line, column } = lineAndColumn(text, jsonFaultOffset(text) ?? text.length)
  const at = firstLine + line - 1
  return { code: 'json-broken', line: at, column, text: `The JSON breaks off at line ${at}, column ${column}.` }
}

function notFhir(text: string): ReadFault {
  return { code: 'not-fhir', line: 1, column: 1, text }
}
