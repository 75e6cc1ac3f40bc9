/** The name of a file as a title: without its folders and ending, signs between words as spaces. */
export function titleOf(fileName: string, otherwise: string): string {
  const [last = ''] = fileName.split(/[/\\]/).slice(-1)
  const title = last
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .replaceAll(/[_\s]+/g, ' ')
    .trim()
    .slice(0, 120)
  return title === '' || /^(?:image|blob|img|dsc|scan)?[\s\d-]*$/i.test(title) ? otherwise : title
}
