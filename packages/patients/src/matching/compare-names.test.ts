import { expect, test } from 'vitest'
import { familyNames, givenNames } from './compare-names.ts'
import { levels } from './levels.ts'
import { type PreparedName, prepareName } from './prepare-name.ts'

function name(written: string): PreparedName {
  const prepared = prepareName(written)
  if (!prepared) throw new Error(`${written} is no name`)
  return prepared
}

test.each([
  ['José', 'Jose', 'same'],
  ['Zoë', 'ZOE', 'same'],
  ['Mary-Ann', 'Mary Ann', 'same'],
  ['Лариса', 'Larisa', 'same'],
  ['Γιώργος', 'Giorgos', 'same'],
  ['محمد', 'محمد', 'same'],
  ['さくら', 'Sakura', 'same'],
  ['じゅんぺい', 'Jumpei', 'same'],
  ['ようこ', 'Yohko', 'same'],
  ['Yoko', 'Youko', 'same'],
  ['Юрий', 'Yuri', 'same'],
  ['Дмитрий', 'Dmitry', 'same'],
  ['محمد', 'Mohammed', 'variant'],
  ['יעקב', 'Yaakov', 'alike'],
  ['Abdul Rahman', 'Abdelrahman', 'same'],
  ['Abd al-Rahman', 'Abdurrahman', 'same'],
  ['Abdul Rahman', 'Abdul Rahim', 'alike'],
  ['Haile Mariam', 'Hailemariam', 'same'],
  ['Harpreet Kaur', 'Harpreet', 'variant'],
  ['Harpreet Singh', 'Gurpreet Singh', 'alike'],
  ['Daw Mya', 'Mya', 'variant'],
  ['Thị Lan', 'Thị Mai', 'alike'],
  ['Keʻala', "Ke'ala", 'same'],
  ['민준', 'Minjun', 'same'],
  ['Þórður', 'Thordur', 'same'],
  ['Siobhán', 'Siobhan', 'same'],
  ['Thị Lan', 'Lan', 'variant'],
  ['Peggy', 'Margaret', 'variant'],
  ['Maria E', 'Maria Elena', 'variant'],
  ['María Elena', 'María Isabel', 'alike'],
  ['Catherine', 'Kathrin', 'alike'],
  ['Jennifer', 'Jenifer', 'slip'],
  ['J', 'Jennifer', 'initial'],
  ['Le', 'Li', 'different'],
  ['Anna', 'Wolfgang', 'different'],
])('given names %s and %s: %s', (one, other, level) => {
  expect(levels.given[givenNames(name(one), name(other))]).toBe(level)
  expect(levels.given[givenNames(name(other), name(one))]).toBe(level)
})

test.each([
  ['Nguyễn', 'Nguyen', 'same'],
  ['Łukaszewicz', 'Lukaszewicz', 'same'],
  ['Müller', 'Mueller', 'slip'],
  ['Smith-Jones', 'Smith Jones', 'same'],
  ['Smith-Jones', 'Jones', 'part'],
  ['García Márquez', 'Márquez', 'part'],
  ['van der Berg', 'Berg', 'part'],
  ['Vanderberg', 'van der Berg', 'same'],
  ['Vandenberg', 'Berg', 'part'],
  ['al-Rashid', 'Rashid', 'part'],
  ['Alrashid', 'Rashid', 'part'],
  ["O'Connor", 'Connor', 'part'],
  ['OConnor', "O'Connor", 'same'],
  ['de los Santos', 'de los Reyes', 'different'],
  ['van der Meer', 'van der Berg', 'different'],
  ['Ivanov', 'Иванов', 'same'],
  ['おおの', 'Ono', 'same'],
  ['おおの', 'Oono', 'same'],
  ['おおの', 'Ohno', 'same'],
  ['Ohno', 'Ono', 'same'],
  ['ヤマダ', 'やまだ', 'same'],
  ['ﾔﾏﾀﾞ', 'Yamada', 'same'],
  ['さとう', 'Satoh', 'same'],
  ['田中', 'Tanaka', 'same'],
  ['やまだ', 'Yamaguchi', 'different'],
  ['王', 'Wong', 'same'],
  ['王', '黃', 'alike'],
  ['Wong', 'Huang', 'alike'],
  ['陳', '陈', 'same'],
  ['Γεωργίου', 'Georgiou', 'same'],
  ['Гриценко', 'Hrytsenko', 'same'],
  ['Kowalski', 'Kowalska', 'slip'],
  ['Novák', 'Nováková', 'slip'],
  ['Достоевский', 'Dostoevskaya', 'slip'],
  ['Jónsson', 'Jónsdóttir', 'different'],
  ['Kaʻahumanu', "Ka'ahumanu", 'same'],
  ['ibn Khaldun', 'Khaldun', 'part'],
  ['al-Shamsi', 'ash-Shamsi', 'part'],
  ['da Silva Santos', 'Santos', 'part'],
  ['Singh', 'Singh Gill', 'part'],
  ['Cohen', 'כהן', 'slip'],
  ['Petersen', 'Pedersen', 'slip'],
  ['Smith', 'Smyth', 'slip'],
  ['Ng', 'Ny', 'different'],
])('family names %s and %s: %s', (one, other, level) => {
  expect(levels.family[familyNames(name(one), name(other))]).toBe(level)
  expect(levels.family[familyNames(name(other), name(one))]).toBe(level)
})

test.each(['BABY BOY', 'Baby Girl A', 'Twin B', 'UNKNOWN', 'FNU', 'N/A', '-', 'Test Patient'])(
  '%s is nobody',
  (written) => {
    expect(prepareName(written)).toBeNull()
  },
)
