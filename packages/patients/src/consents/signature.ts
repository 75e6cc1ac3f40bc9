/** How large a drawn signature may be: some minutes of writing. */
export const longestSignature = 20_000

/** The field in which a signature is drawn, in the units of its path. */
export const signatureField = { width: 600, height: 160 } as const

const stroke = String.raw`M\d{1,3}(?:\.\d)? \d{1,3}(?:\.\d)?(?:L\d{1,3}(?:\.\d)? \d{1,3}(?:\.\d)?)*`
const drawn = new RegExp(`^(?:${stroke})+$`)

/**
 * Whether it is strokes of straight lines and nothing else: a path is put into pages and documents, so nothing may stand in
 * it that these would read as something else.
 */
export function isDrawnSignature(path: string): boolean {
  return path.length <= longestSignature && drawn.test(path)
}

/** Strokes of points as an SVG path; a dot becomes a short line, so that it is seen. */
export function signaturePath(strokes: readonly (readonly { readonly x: number; readonly y: number }[])[]): string {
  const at = (value: number, most: number): string => String(Math.round(Math.min(Math.max(value, 0), most) * 10) / 10)
  return strokes
    .filter((points) => points.length > 0)
    .map((points) =>
      (points.length === 1 ? [...points, ...points] : points)
        .map(({ x, y }, index) => {
          const [px, py] = [at(x, signatureField.width), at(y, signatureField.height)]
          return `${index === 0 ? 'M' : 'L'}${px} ${py}`
        })
        .join(''),
    )
    .join('')
}
