import type { Worker } from 'tesseract.js'
import { drawn } from '../adding/canvas.ts'

/** Small print of a card is read well at this size; larger only takes longer. */
const LONGEST = 2000
const LONGEST_MS = 60_000

async function load(): Promise<Worker> {
  const [tesseract, worker, core, languages] = await Promise.all([
    import('tesseract.js'),
    import('tesseract.js/dist/worker.min.js?url'),
    import('tesseract.js-core/tesseract-core-simd-lstm.wasm.js?url'),
    import('@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz?url'),
    import('@tesseract.js-data/spa/4.0.0_best_int/spa.traineddata.gz?url'),
  ])
  // From our own server only: without these paths the library would ask a CDN. Both languages lie in one folder.
  const path = (url: string) => new URL(url, location.href).href
  return tesseract.default.createWorker(['eng', 'spa'], tesseract.default.OEM.LSTM_ONLY, {
    workerPath: path(worker.default),
    corePath: path(core.default),
    langPath: new URL('.', path(languages.default)).href,
    workerBlobURL: false,
    cacheMethod: 'none',
  })
}

/** The library never says that it could not begin. */
function inTime<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no answer')), LONGEST_MS)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

/** Reads the text of pictures, here. Made once, and ended when nobody captures any more. */
export interface TextReader {
  read(picture: Blob): Promise<string>
  end(): void
}

export function openTextReader(): TextReader {
  let worker: Promise<Worker> | null = null
  return {
    read: async (picture) => {
      worker ??= load()
      const canvas = await drawn(picture, LONGEST)
      const { data } = await inTime(worker.then((one) => one.recognize(canvas)))
      return data.text
    },
    end: () => {
      void worker?.then((one) => one.terminate()).catch(() => {})
      worker = null
    },
  }
}
