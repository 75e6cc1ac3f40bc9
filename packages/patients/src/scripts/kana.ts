import morae from '../../data/kana.json' with { type: 'json' }

const romaji: Readonly<Record<string, string>> = morae
const isKana = /^[\p{Script=Hiragana}\p{Script=Katakana}ー゛゜]+$/u

/** Sounds one after the other; `:` after one that is held. */
function soundsOf(katakana: string): readonly string[] {
  const sounds: string[] = []
  let isDoubled = false
  for (let at = 0; at < katakana.length; ) {
    const sign = katakana.charAt(at)
    if (sign === 'ッ') isDoubled = true
    if (sign === 'ー') sounds.push(':')
    if (sign === 'ン') sounds.push('n')
    if ('ッーン'.includes(sign)) {
      at += 1
      continue
    }
    const two = katakana.slice(at, at + 2)
    const sound = romaji[two] ?? romaji[sign] ?? ''
    sounds.push(isDoubled ? doubled(sound) : sound)
    isDoubled = false
    at += romaji[two] === undefined ? 1 : 2
  }
  return sounds
}

function doubled(sound: string): string {
  return sound.startsWith('ch') ? `t${sound}` : sound.charAt(0) + sound
}

/** How a held vowel is written: as in kana (`satou`), left out as in passports (`sato`), with h (`satoh`). */
type Held = 'written' | 'left-out' | 'h'

function joined(sounds: readonly string[], held: Held): string {
  let text = ''
  for (const sound of sounds) {
    const last = text.slice(-1)
    const isHeld = sound === ':' || (sound === 'u' && /[ou]/.test(last)) || (sound === 'o' && last === 'o')
    if (!isHeld) text += sound
    else if (held === 'written') text += sound === ':' ? last : sound
    else if (held === 'h' && last === 'o') text += 'h'
  }
  return text
}

/** ISO 3602 (Kunrei), as schools teach it: `si`, `tu`, `zya`. */
function kunrei(text: string): string {
  return text
    .replaceAll('sh', 'sy')
    .replaceAll('tch', 'tty')
    .replaceAll('ch', 'ty')
    .replaceAll('j', 'zy')
    .replaceAll('tsu', 'tu')
    .replaceAll('fu', 'hu')
    .replaceAll('yi', 'i')
}

/** `n` before b, m and p is heard as m, and many write it so: `jumpei`, `honma` and `homma`. */
function withM(text: string): string {
  return text.replace(/n(?=[bmp])/g, 'm')
}

/**
 * How a Japanese name in kana may be written in Latin letters, the usual way (modified Hepburn, long vowels left out as in
 * passports) first: `ono`, `oono`, `ohno` of おおの. Hiragana, katakana and half-width katakana alike; nothing where it is no
 * kana.
 */
export function kanaSpellings(written: string): readonly string[] {
  const kana = written.normalize('NFKC')
  if (!isKana.test(kana)) return []
  const katakana = kana.replace(/[ぁ-ゖ]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0x60))
  const sounds = soundsOf(katakana)
  const usual = (['left-out', 'written', 'h'] as const).map((held) => joined(sounds, held))
  const spelled = usual.flatMap((text) => [text, withM(text)])
  return [...new Set([...spelled, ...usual.slice(0, 2).map(kunrei)])]
}
