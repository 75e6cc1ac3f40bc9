/**
 * How families of one sign write themselves in Latin letters, the most usual way in the United States first. Hardly any
 * follows the official romanization, by which 김 would be Gim and 박 Bak.
 */
const customary: Readonly<Record<string, readonly string[]>> = {
  김: ['kim', 'gim'],
  이: ['lee', 'yi', 'rhee', 'i'],
  박: ['park', 'pak', 'bak'],
  최: ['choi', 'choe'],
  정: ['jung', 'jeong', 'chung', 'cheong'],
  강: ['kang', 'gang'],
  조: ['cho', 'jo'],
  윤: ['yoon', 'yun'],
  장: ['jang', 'chang'],
  임: ['lim', 'im', 'yim'],
  오: ['oh', 'o'],
  서: ['seo', 'suh'],
  신: ['shin', 'sin'],
  권: ['kwon', 'gwon'],
  황: ['hwang', 'whang'],
  안: ['ahn', 'an'],
  전: ['jeon', 'jun', 'chun'],
  유: ['yoo', 'yu', 'you'],
  류: ['ryu', 'yoo', 'lyu'],
  고: ['ko', 'koh', 'go'],
  문: ['moon', 'mun'],
  손: ['son', 'sohn'],
  배: ['bae', 'pae'],
  백: ['baek', 'paik'],
  허: ['heo', 'hur', 'huh'],
  심: ['shim', 'sim'],
  노: ['noh', 'roh', 'no'],
  곽: ['kwak', 'gwak'],
  성: ['sung', 'seong'],
  주: ['joo', 'ju', 'chu'],
  우: ['woo', 'u'],
  구: ['koo', 'ku', 'gu'],
  진: ['jin', 'chin'],
  나: ['na', 'ra'],
  엄: ['um', 'eom'],
  천: ['chun', 'cheon'],
  공: ['kong', 'gong'],
  현: ['hyun', 'hyeon'],
  변: ['byun', 'byeon'],
  추: ['choo', 'chu'],
  석: ['seok', 'suk'],
  선: ['sun', 'seon'],
  설: ['seol', 'sul'],
  길: ['gil', 'kil'],
  명: ['myung', 'myeong'],
  금: ['keum', 'geum'],
  육: ['yook', 'yuk'],
  국: ['kook', 'guk'],
  편: ['pyun', 'pyeon'],
}

const none: readonly string[] = []

/** Nothing where it is no such name. */
export function koreanFamily(written: string): readonly string[] {
  const sign = written.trim().normalize('NFC')
  return Object.hasOwn(customary, sign) ? (customary[sign] ?? none) : none
}
