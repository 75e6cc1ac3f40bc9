/**
 * The text of a barcode's bytes. The standard's letters are ISO 8859-1 (D.12.2); some issuers write UTF-8, which can be
 * told because hardly any other text happens to be well-formed UTF-8.
 */
export function barcodeText(bytes: Uint8Array): string {
  let latin = ''
  for (const byte of bytes) latin += String.fromCharCode(byte)
  try {
    return decodeURIComponent(
      latin.replaceAll(/[^\u0021\u0024\u0026-\u003b\u003d\u003f-\u005a\u005f\u0061-\u007a]/g, escaped),
    )
  } catch {
    return latin
  }
}

function escaped(letter: string): string {
  return `%${letter.charCodeAt(0).toString(16).padStart(2, '0')}`
}
