/** Bytes as Base64, without ever making one string of a million code units' arguments. */
export async function base64Of(blob: Blob): Promise<string> {
  const reader = new FileReader()
  return new Promise((resolve, reject) => {
    reader.onload = () => resolve(typeof reader.result === 'string' ? (reader.result.split(',')[1] ?? '') : '')
    reader.onerror = () => reject(reader.error ?? new Error('not readable'))
    reader.readAsDataURL(blob)
  })
}
