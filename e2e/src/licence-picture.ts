import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer'

/** The barcode on the back of a licence that nobody has, by the standard's version 10; a PNG. */
export async function licencePicture(elements: Readonly<Record<string, string>>): Promise<Buffer> {
  const body = `DL${Object.entries(elements)
    .map(([id, value]) => `${id}${value}`)
    .join('\n')}\r`
  const head = '@\n\u001e\rANSI 636000100001'
  const place = [head.length + 10, body.length].map((number) => String(number).padStart(4, '0')).join('')
  const { resolve } = createRequire(import.meta.url)
  const wasm = readFileSync(resolve('zxing-wasm/writer/zxing_writer.wasm'))
  prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(wasm).buffer } })
  const { image, error } = await writeBarcode(`${head}DL${place}${body}`, { format: 'PDF417', scale: 4 })
  if (!image) throw new Error(error)
  return Buffer.from(await image.arrayBuffer())
}
