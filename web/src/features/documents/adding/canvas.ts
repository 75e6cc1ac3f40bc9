export interface Box {
  readonly width: number
  readonly height: number
}

/** As large as fits into a square, never larger than it is. */
export function fitted({ width, height }: Box, longest: number): Box {
  const scale = Math.min(1, longest / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

export function canvasOf({ width, height }: Box): [canvas: HTMLCanvasElement, context: CanvasRenderingContext2D] {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  // What is see-through would become black in a JPEG.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  return [canvas, context]
}

export function jpegOf(canvas: HTMLCanvasElement, quality: number): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/jpeg', quality)
  })
}

/** The picture as it is meant to be seen (its EXIF orientation applied), at most this large. */
export async function drawn(picture: Blob, longest: number): Promise<HTMLCanvasElement> {
  const bitmap = await createImageBitmap(picture)
  const box = fitted(bitmap, longest)
  const [canvas, context] = canvasOf(box)
  context.drawImage(bitmap, 0, 0, box.width, box.height)
  bitmap.close()
  return canvas
}
