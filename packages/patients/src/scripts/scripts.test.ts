import { expect, test } from 'vitest'
import { foldName } from '../name.ts'
import { kanaSpellings } from './kana.ts'
import { longVowelForms } from './long-vowels.ts'
import { latinSpellings } from './spellings.ts'

test.each<[string, readonly string[]]>([
  ['やまだ', ['yamada']],
  ['ヤマダ', ['yamada']],
  ['ﾔﾏﾀﾞ', ['yamada']],
  ['おおの', ['ono', 'oono', 'ohno']],
  ['オーノ', ['ono', 'oono', 'ohno']],
  ['さとう', ['sato', 'satou', 'satoh']],
  ['いとう', ['ito', 'itou', 'itoh']],
  ['こうの', ['kono', 'kouno', 'kohno']],
  ['いのうえ', ['inoe', 'inoue', 'inohe']],
  ['ゆうき', ['yuki', 'yuuki']],
  ['じゅんぺい', ['junpei', 'jumpei', 'zyunpei']],
  ['なんば', ['nanba', 'namba']],
  ['しょうじ', ['shoji', 'shouji', 'shohji', 'syozi', 'syouzi']],
  ['つちや', ['tsuchiya', 'tutiya']],
  ['ふじもと', ['fujimoto', 'huzimoto']],
  ['はっとり', ['hattori']],
  ['はっちょう', ['hatcho', 'hatchou', 'hatchoh', 'hattyo', 'hattyou']],
  ['しんいち', ['shinichi', 'siniti']],
  ['ジェニファー', ['jenifa', 'jenifaa']],
  ['ヴィクトル', ['vikutoru']],
  ['ティナ', ['tina']],
])('%s', (kana, expected) => {
  const spelled = kanaSpellings(kana)
  expect(spelled[0]).toBe(expected[0])
  expect(spelled).toEqual(expect.arrayContaining([...expected]))
})

test('what is no kana has none', () => {
  expect(kanaSpellings('Yamada')).toEqual([])
  expect(kanaSpellings('山田')).toEqual([])
  expect(kanaSpellings('')).toEqual([])
})

test('of a long vowel in Latin letters the other spellings', () => {
  expect(longVowelForms('ohno')).toEqual(expect.arrayContaining(['ono', 'oono']))
  expect(longVowelForms('itoh')).toEqual(expect.arrayContaining(['ito', 'itou']))
  expect(longVowelForms('kohei')).toEqual(expect.arrayContaining(['kouhei']))
  expect(longVowelForms('smith')).toEqual([])
})

test.each<[string, readonly string[]]>([
  ['王', ['wang', 'wong', 'ong']],
  ['陳', ['chen', 'chan', 'tan']],
  ['陈', ['chen', 'chan', 'tan']],
  ['田中', ['tanaka']],
  ['大野', ['ono', 'ohno']],
  ['김', ['kim', 'gim']],
  ['محمد', ['mohammed']],
  ['أحمد', ['ahmed']],
  ['فاطمة', ['fatima']],
  ['الرشيد', ['alrashid', 'rashid']],
  ['כהן', ['cohen']],
  ['Юрий', ['yuri', 'yury', 'yurii']],
  ['Сергей', ['sergei', 'sergey']],
  ['Дмитрий', ['dmitrii', 'dmitry', 'dmitri', 'dmitriy']],
  ['Щербаков', ['shcherbakov', 'scherbakov']],
  ['Чайковский', ['tchaikovsky']],
  ['Достоевский', ['dostoevskii', 'dostoevsky', 'dostoevski']],
  ['Гриценко', ['gritsenko', 'hrytsenko']],
  ['Хрущёв', ['khrushchev']],
  ['Γεωργίου', ['georgiou']],
  ['Παπαδόπουλος', ['papadopoulos']],
  ['Μπούρας', ['bouras']],
  ['Χρήστος', ['christos']],
])('%s', (written, expected) => {
  expect(latinSpellings(foldName(written))).toEqual(expect.arrayContaining([...expected]))
})

test('a Latin name is spelled as it stands', () => {
  expect(latinSpellings('nguyen')).toEqual([])
})
