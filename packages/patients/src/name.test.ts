import fc from 'fast-check'
import { expect, test } from 'vitest'
import { displayName, foldName, initials, isTooShortToSearch, searchName, sortName } from './name.ts'

const maria = { given: 'Maria', middle: 'Thi', family: 'Nguyen', preferred: 'Mai' }

test('a name is shown with what the person wants to be called', () => {
  expect(displayName(maria)).toBe('Maria “Mai” Nguyen')
  expect(displayName({ given: 'Tom', family: 'Becker', preferred: 'Tom', suffix: 'Jr.' })).toBe('Tom Becker Jr.')
  expect(sortName(maria)).toBe('Nguyen, Maria Thi')
  expect(sortName({ given: '', family: 'Sukarno' })).toBe('Sukarno')
})

test('initials survive apostrophes, accents and missing parts', () => {
  expect(initials(maria)).toBe('MN')
  expect(initials({ given: 'élodie', family: '’t Hooft' })).toBe('ÉT')
  expect(initials({ given: '', family: 'Sukarno' })).toBe('S')
})

test.each([
  ['Høeg', 'hoeg'],
  ["O'Brien-Núñez", 'o brien nunez'],
  ['Đặng Thị Ngọc', 'dang thi ngoc'],
  ['Straße', 'strasse'],
  ['Łukasz Þór Æsir Guðrún', 'lukasz thor aesir gudrun'],
  ['  St.  John ', 'st john'],
  ['김 민준', '김 민준'],
])('%s folds to %s', (text, folded) => {
  expect(foldName(text)).toBe(folded)
})

test('folding twice is folding once, for any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(foldName(foldName(text))).toBe(foldName(text))
    }),
  )
})

test.each([
  [{ given: 'Алексей', family: 'Щербаков' }, ['aleksey', 'shcherbakov', 'щербаков']],
  [{ given: '小明', family: '王' }, ['xiaoming', 'xiao', 'ming', 'wang', '王', '小明']],
  [{ given: '민준', family: '김' }, ['minjun', 'kim', 'gim', '김', '민준']],
  [{ given: '지민', family: '박' }, ['jimin', 'park', 'pak', '박']],
  [{ given: 'Δημήτρης', family: 'Γεωργίου' }, ['dimitris', 'georgioy']],
])('%o is found by Latin letters too', (name, words) => {
  expect(searchName(name).split(' ')).toEqual(expect.arrayContaining(words))
})

test('two letters are enough to search, and one sign of a script that says more', () => {
  expect(['', ' ', 'a', 'я'].every(isTooShortToSearch)).toBe(true)
  expect(['ab', '王', '김', ' 李 '].some(isTooShortToSearch)).toBe(false)
})

test('a compound or a written-out letter is found either way', () => {
  const words = searchName({ given: 'Jürgen', family: "O'Brien", preferred: 'Jo' }).split(' ')
  expect(words).toEqual(expect.arrayContaining(['o', 'brien', 'obrien', 'jurgen', 'juergen', 'jo']))
  expect(new Set(words).size).toBe(words.length)
})
