import { signatureField } from '@foyer/patients'
import { type Doc, drawPdf, ink, put, quiet, type Section } from '../../../platform/pdf/page-text.ts'
import type { PrintWords } from './print-words.ts'

export interface SignedPaper {
  readonly words: PrintWords
  readonly practiceName: string
  /** Name and record number. */
  readonly person: string
  readonly title: string
  readonly version: string
  /** Empty when the words are not known any more. */
  readonly body: string
  /** Who signed, when, how, until when; a line each. */
  readonly facts: readonly string[]
  readonly decision: string
  /** An SVG path of straight lines, or a name. */
  readonly signature: { readonly path: string } | { readonly name: string } | null
  /** Epoch milliseconds. */
  readonly createdAt: number
}

const page = { left: 60, top: 56, width: 492, bottom: 730 }
const drawnWidth = 240

function signatureOf(doc: Doc, root: Section, paper: SignedPaper, y: number): void {
  const { signature, words } = paper
  if (signature === null) return
  if ('name' in signature) {
    put(doc, root, 'P', signature.name, { x: page.left, y, width: page.width, size: 16 })
    return
  }
  const scale = drawnWidth / signatureField.width
  // A figure says in words what it shows (PDF/UA, ISO 14289-1, 7.3).
  const figure = doc.struct('Figure', { alt: `${words.signature}: ${paper.facts[0] ?? ''}` }, () => {
    doc.save().translate(page.left, y).scale(scale).path(signature.path).lineWidth(3).lineCap('round')
    doc.strokeColor(ink).stroke().restore()
  })
  root.add(figure)
  doc.y = y + signatureField.height * scale
}

function draw(doc: Doc, paper: SignedPaper): void {
  const { left: x, width } = page
  const root = doc.struct('Document')
  doc.addStructure(root)
  put(doc, root, 'P', paper.practiceName, { x, y: page.top, width, size: 12, heavy: true })
  put(doc, root, 'H1', paper.title, { x, y: doc.y + 10, width, size: 20, heavy: true })
  put(doc, root, 'P', paper.person, { x, y: doc.y + 6, width, heavy: true })
  put(doc, root, 'P', paper.version, { x, y: doc.y + 2, width, colour: quiet })
  doc.y += 10
  for (const paragraph of (paper.body || paper.words.unknown).split(/\n\n+/))
    put(doc, root, 'P', paragraph, { x, y: doc.y + 6, width, size: 11 })
  const needed = 130 + paper.facts.length * 16
  if (doc.y > page.bottom - needed) {
    doc.addPage()
    doc.y = page.top
  }
  put(doc, root, 'P', paper.decision, { x, y: doc.y + 18, width, heavy: true })
  signatureOf(doc, root, paper, doc.y + 8)
  for (const fact of paper.facts) put(doc, root, 'P', fact, { x, y: doc.y + 4, width })
  root.end()
}

export function drawConsent(paper: SignedPaper): Promise<Uint8Array> {
  return drawPdf(
    {
      title: paper.title,
      author: paper.practiceName,
      language: paper.words.locale,
      createdAt: paper.createdAt,
      margins: { top: page.top, bottom: 40, left: page.left, right: page.left },
    },
    (doc) => draw(doc, paper),
  )
}
