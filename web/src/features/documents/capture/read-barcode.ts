import { type Licence, readLicence } from '@foyer/patients'
import { drawn } from '../adding/canvas.ts'

export type BarcodeAnswer = { readonly licence: Licence } | { readonly fault: 'notRead' | 'notLicence' }

type Reader = Pick<typeof import('zxing-wasm/reader'), 'readBarcodes'>

/** Fine bars need pixels; a photo of a phone has more than enough. */
const LONGEST = 2600

let reader: Promise<Reader> | null = null

async function load(): Promise<Reader> {
  const [zxing, { default: wasmUrl }] = await Promise.all([
    import('zxing-wasm/reader'),
    import('zxing-wasm/reader/zxing_reader.wasm?url'),
  ])
  // From our own server: without this the library would ask a CDN.
  zxing.prepareZXingModule({ overrides: { locateFile: () => wasmUrl } })
  return zxing
}

/** The barcode on a licence, read here. The reader is loaded when the first picture is there. */
export async function readBarcode(picture: Blob): Promise<BarcodeAnswer> {
  reader ??= load()
  const { readBarcodes } = await reader
  const canvas = await drawn(picture, LONGEST)
  const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height)
  if (!pixels) throw new Error('no canvas')
  const found = await readBarcodes(pixels, { formats: ['PDF417'], tryHarder: true, maxNumberOfSymbols: 4 })
  const valid = found.filter(({ isValid }) => isValid)
  for (const { bytes } of valid) {
    const licence = readLicence(bytes)
    if (licence) return { licence }
  }
  return { fault: valid.length > 0 ? 'notLicence' : 'notRead' }
}
