/** What months are called in English, Spanish, French, German, Portuguese, Italian and Dutch, without accents. */
const months = [
  ['january', 'enero', 'janvier', 'januar', 'jaenner', 'janeiro', 'gennaio', 'januari'],
  ['february', 'febrero', 'fevrier', 'februar', 'fevereiro', 'febbraio', 'februari'],
  ['march', 'marzo', 'mars', 'maerz', 'marz', 'marco', 'maart', 'mrt'],
  ['april', 'abril', 'avril', 'aprile'],
  ['may', 'mayo', 'mai', 'maio', 'maggio', 'mei'],
  ['june', 'junio', 'juin', 'juni', 'junho', 'giugno'],
  ['july', 'julio', 'juillet', 'juli', 'julho', 'luglio'],
  ['august', 'agosto', 'aout', 'augustus'],
  ['september', 'septiembre', 'setiembre', 'septembre', 'setembro', 'settembre'],
  ['october', 'octubre', 'octobre', 'oktober', 'outubro', 'ottobre'],
  ['november', 'noviembre', 'novembre', 'novembro'],
  ['december', 'diciembre', 'decembre', 'dezember', 'dezembro', 'dicembre'],
]

/** 1 to 12 by a name of a month or its first letters, three at least; 0 for a word that is none. */
export function monthOfWord(word: string): number {
  return word.length < 3 ? 0 : months.findIndex((names) => names.some((name) => name.startsWith(word))) + 1
}
