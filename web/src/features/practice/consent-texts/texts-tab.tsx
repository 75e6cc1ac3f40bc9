import { consents } from '@foyer/contract'
import { languageName } from '@foyer/patients'
import { useAsk } from '../../../app/ask.ts'
import { Answer } from '../../../app/states.tsx'
import { EmptyState, type TableColumn } from '../../../ui/index.ts'
import { useKindNames } from '../../consents/index.ts'
import { SetupTable } from '../setup-table.tsx'
import { useWords } from '../use-words.ts'
import type { NewestText, Texts } from './shapes.ts'
import { TextDialog } from './text-dialog.tsx'

/** What people sign, in each language the newest version. */
export function TextsTab() {
  const asked = useAsk(consents.listConsentTexts, {})
  return <Answer of={asked}>{(data) => <TextTable of={data} />}</Answer>
}

function TextTable({ of }: { readonly of: Texts }) {
  const { say, locale } = useWords()
  const kindNames = useKindNames()
  const newest = new Map<string, Texts['texts'][number]>()
  for (const text of of.texts) {
    const key = `${text.kind} ${text.language}`
    if (!newest.has(key)) newest.set(key, text)
  }
  const rows = [...newest.values()].map((text) => ({ ...text, name: text.title }))
  const columns: TableColumn<NewestText>[] = [
    { id: 'title', label: say('textTitle'), isRowHeader: true, cell: ({ title }) => title },
    { id: 'kind', label: say('textKind'), cell: ({ kind }) => kindNames(kind) },
    { id: 'language', label: say('textLanguage'), cell: ({ language }) => languageName(language, locale) },
    { id: 'version', label: say('textVersion'), align: 'end', cell: ({ version }) => version },
    {
      id: 'valid',
      label: say('textValid'),
      cell: ({ validDays }) => (validDays === null ? say('textNoEnd') : say('textDays', { count: validDays })),
    },
    { id: 'signed', label: say('textSigned'), align: 'end', cell: ({ signed }) => signed },
    { id: 'asked', label: say('textAsked'), cell: (text) => <AskedText text={text} today={of.today} /> },
  ]
  return (
    <SetupTable
      lead={say('textsLead')}
      caption={say('tab_texts')}
      addLabel={say('addText')}
      columns={columns}
      rows={rows}
      empty={<EmptyState title={say('noTexts')}>{say('noTextsNext')}</EmptyState>}
      dialog={(one, close) => <TextDialog text={one} today={of.today} onClose={close} />}
    />
  )
}

function AskedText({ text, today }: { readonly text: NewestText; readonly today: string }) {
  const { say, locale } = useWords()
  const day = (date: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${date}T12:00:00Z`))
  if (text.effectiveTo !== null) return say('textUntil', { day: day(text.effectiveTo) })
  return text.effectiveFrom > today ? say('textFrom', { day: day(text.effectiveFrom) }) : say('textNow')
}
