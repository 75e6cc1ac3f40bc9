/** A catalog flattened: `a.b.c` → its text. Plural endings of one word count as one key, for languages differ in how many they have. */
function flatten(catalog: unknown, at = ''): Map<string, unknown> {
  if (typeof catalog !== 'object' || catalog === null) return new Map([[at, catalog]])
  return new Map(Object.entries(catalog).flatMap(([key, value]) => [...flatten(value, at ? `${at}.${key}` : key)]))
}

function base(key: string): string {
  return key.replace(/_(zero|one|two|few|many|other)$/, '')
}

function placeholders(text: unknown): string[] {
  return typeof text === 'string' ? [...text.matchAll(/\{\{\s*-?\s*([\w.]+)/g)].flatMap((match) => match[1] ?? []) : []
}

/** What keeps the languages of a catalog apart: keys that one lacks, empty texts, placeholders that differ. One line each. */
export function differences(catalog: Record<string, unknown>): string[] {
  const languages = Object.entries(catalog).map(([language, texts]) => ({ language, texts: flatten(texts) }))
  const keys = new Set(languages.flatMap(({ texts }) => [...texts.keys()].map(base)))
  return [...keys].flatMap((key) => {
    const found = languages.map(({ language, texts }) => {
      const forms = [...texts].filter(([name]) => base(name) === key).map(([, text]) => text)
      return { language, forms, names: [...new Set(forms.flatMap(placeholders))].toSorted().join(' ') }
    })
    const missing = found
      .filter(({ forms }) => forms.length === 0)
      .map(({ language }) => `${key}: missing in ${language}`)
    const empty = found.filter(({ forms }) => forms.includes('')).map(({ language }) => `${key}: empty in ${language}`)
    const present = found.filter(({ forms }) => forms.length > 0)
    const differ = new Set(present.map(({ names }) => names)).size > 1
    const shown = present.map(({ language, names }) => `${language} {{${names}}}`).join(', ')
    return [...missing, ...empty, ...(differ ? [`${key}: placeholders differ: ${shown}`] : [])]
  })
}
