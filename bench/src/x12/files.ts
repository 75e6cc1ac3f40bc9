/** Files to measure on: made up, always the same, and right: envelopes, counts and amounts agree. */

const pad = (number: number, length: number): string => String(number).padStart(length, '0')
const money = (cents: number): string => (cents / 100).toFixed(2).replace(/\.?0+$/, '')

function enveloped(functionalId: string, version: string, sets: readonly string[]): Buffer {
  const isa = `ISA*00*          *00*          *ZZ*PAYER          *ZZ*CLINIC         *261128*0915*^*00501*000000905*0*T*:~\n`
  const gs = `GS*${functionalId}*PAYER*CLINIC*20261128*0915*1*X*${version}~\n`
  return Buffer.from(`${isa}${gs}${sets.join('')}GE*${sets.length}*1~\nIEA*1*000000905~\n`)
}

function setOf(code: string, version: string, number: number, segments: readonly string[]): string {
  const control = pad(number, 4)
  return [`ST*${code}*${control}*${version}`, ...segments, `SE*${segments.length + 2}*${control}`]
    .map((one) => `${one}~\n`)
    .join('')
}

const families = ['OKAFOR', 'LINDQVIST', 'MARCHETTI', 'TANAKA', 'ABERNATHY', 'SOUSA']
const givens = ['NGOZI', 'INGRID', 'PAOLO', 'KEIKO', 'JUNE', 'RUI']

function nameOf(number: number): string {
  return `${families[number % families.length]}*${givens[(number * 5) % givens.length]}`
}

/** A payer's remittance: sets of 200 claims with two or three lines each. */
export function remittance(bytes: number): Buffer {
  const version = '005010X221A1'
  const sets: string[] = []
  for (let size = 0, claim = 0; size < bytes; ) {
    const claims: string[] = []
    let paidInAll = 0
    for (let n = 0; n < 200; n++, claim++) {
      const lines: string[] = []
      let [charged, paid, owed] = [0, 0, 0]
      for (let line = 0; line < 2 + (claim % 2); line++) {
        const charge = 9000 + ((claim * 37 + line * 1100) % 20_000)
        const off = Math.floor(charge / 5)
        const copay = line === 0 ? 2500 : 0
        const linePaid = charge - off - copay
        charged += charge
        paid += linePaid
        owed += copay
        lines.push(
          `SVC*HC:${99_212 + (claim % 4)}:25*${money(charge)}*${money(linePaid)}**1`,
          `DTM*472*202611${pad(1 + (claim % 28), 2)}`,
          `CAS*CO*45*${money(off)}`,
          ...(copay > 0 ? [`CAS*PR*3*${money(copay)}`] : []),
          `REF*6R*L${pad(claim, 7)}${line}`,
          `AMT*B6*${money(charge - off)}`,
        )
      }
      paidInAll += paid
      claims.push(
        `CLP*ACCT${pad(claim, 8)}*1*${money(charged)}*${money(paid)}*${money(owed)}*12*ICN2026${pad(claim, 9)}*11*1`,
        `NM1*QC*1*${nameOf(claim)}****MI*W${pad(claim, 9)}`,
        `NM1*82*1*WARD*IDA****XX*1888888886`,
        `REF*1L*GRP${pad(claim % 97, 5)}`,
        `DTM*232*202611${pad(1 + (claim % 28), 2)}`,
        ...lines,
      )
    }
    const number = sets.length + 1
    const set = setOf('835', version, number, [
      `BPR*I*${money(paidInAll)}*C*ACH*CCP*01*011000015*DA*123456789*1512345678**01*011000028*DA*987654321*20261128`,
      `TRN*1*EFT${pad(number, 9)}*1512345678`,
      'DTM*405*20261127',
      'N1*PR*HARBOR HEALTH',
      'N3*100 HARBOR WAY',
      'N4*ALBANY*NY*12207',
      'PER*BL*PROVIDER SERVICES*TE*8005550100',
      'N1*PE*RIVERSIDE CLINIC*XX*1999999984',
      'LX*1',
      ...claims,
    ])
    size += set.length
    sets.push(set)
  }
  return enveloped('HP', version, sets)
}

/** A practice's claims: sets of 100 subscribers with a claim of two lines each. */
export function claims(bytes: number): Buffer {
  const version = '005010X222A1'
  const sets: string[] = []
  for (let size = 0, claim = 0; size < bytes; ) {
    const subscribers: string[] = []
    for (let n = 0; n < 100; n++, claim++) {
      const [visit, test] = [11_000 + (claim % 70) * 100, 4500]
      subscribers.push(
        `HL*${n + 2}*1*22*0`,
        `SBR*P*18*GRP${pad(claim % 97, 5)}******CI`,
        `NM1*IL*1*${nameOf(claim)}****MI*W${pad(claim, 9)}`,
        `N3*${1 + (claim % 900)} RIVER ROAD`,
        'N4*ALBANY*NY*12207',
        `DMG*D8*19${pad(40 + (claim % 60), 2)}0${1 + (claim % 9)}15*${claim % 2 ? 'F' : 'M'}`,
        'NM1*PR*2*HARBOR HEALTH*****PI*60054',
        `CLM*ACCT${pad(claim, 8)}*${money(visit + test)}***11:B:1*Y*A*Y*Y`,
        `REF*D9*CH${pad(claim, 12)}`,
        'HI*ABK:J069*ABF:E119*ABF:I10',
        'NM1*82*1*WARD*IDA****XX*1888888886',
        'PRV*PE*PXC*207Q00000X',
        ...[visit, test].flatMap((charge, line) => [
          `LX*${line + 1}`,
          `SV1*HC:${line === 0 ? 99_213 : 87_880}*${money(charge)}*UN*1***1:2`,
          `DTP*472*D8*202611${pad(1 + (claim % 28), 2)}`,
          `REF*6R*L${pad(claim, 7)}${line}`,
        ]),
      )
    }
    const number = sets.length + 1
    const set = setOf('837', version, number, [
      `BHT*0019*00*BATCH${pad(number, 6)}*20261128*0915*CH`,
      'NM1*41*2*RIVERSIDE CLINIC*****46*TGJ23',
      'PER*IC*BILLING*TE*5185550101',
      'NM1*40*2*HARBOR HEALTH*****46*60054',
      'HL*1**20*1',
      'PRV*BI*PXC*261QP2300X',
      'NM1*85*2*RIVERSIDE CLINIC*****XX*1999999984',
      'N3*1 MAIN STREET',
      'N4*ALBANY*NY*122071234',
      'REF*EI*123456789',
      ...subscribers,
    ])
    size += set.length
    sets.push(set)
  }
  return enveloped('HC', version, sets)
}
