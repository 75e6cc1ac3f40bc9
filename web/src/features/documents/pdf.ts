import { canvasOf } from './adding/canvas.ts'

export interface Pdf {
  readonly pages: number
  /** A page, at most this many pixels on its longer side. */
  draw(page: number, longest: number): Promise<HTMLCanvasElement>
  /** The text of its pages, cut at so many letters. */
  words(most: number): Promise<string>
  close(): Promise<void>
}

/** pdf.js is loaded when the first PDF is there. It runs no script of the file. */
export async function openPdf(bytes: Uint8Array): Promise<Pdf> {
  const [{ getDocument, GlobalWorkerOptions }, { default: workerUrl }] = await Promise.all([
    import('pdfjs-dist'),
    import('pdfjs-dist/build/pdf.worker.min.mjs?url'),
  ])
  GlobalWorkerOptions.workerSrc = workerUrl
  const task = getDocument({ data: bytes, enableXfa: false, useWorkerFetch: false })
  const pdf = await task.promise
  return {
    pages: pdf.numPages,
    draw: async (number, longest) => {
      const page = await pdf.getPage(number)
      const plain = page.getViewport({ scale: 1 })
      const viewport = page.getViewport({ scale: longest / Math.max(plain.width, plain.height) })
      const [canvas] = canvasOf({ width: Math.round(viewport.width), height: Math.round(viewport.height) })
      await page.render({ canvas, viewport }).promise
      return canvas
    },
    words: async (most) => {
      let text = ''
      for (let number = 1; number <= pdf.numPages && text.length < most; number += 1) {
        const { items } = await (await pdf.getPage(number)).getTextContent()
        text += ` ${items.map((item) => ('str' in item ? item.str : '')).join(' ')}`
      }
      return text.replaceAll(/\s+/g, ' ').trim().slice(0, most)
    },
    close: async () => {
      await task.destroy()
    },
  }
}
