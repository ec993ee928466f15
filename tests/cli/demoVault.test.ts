import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noPrinter, PASSPHRASE, type, type Typed } from './terminal.ts'

describe('the commands on a demo vault', () => {
  let folder: string
  let vault: string
  let filled: Typed
  const at = (...parts: string[]) => join(folder, ...parts)

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'signaal-'))
    vault = at('demo.kluis')
    filled = await type(['demo', vault, '--adressen', '700', '--zaad', '3'])
  }, 300_000)

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  /** Types a look-up with the purpose and case number it needs. */
  const look = (...words: string[]) => type([...words, '--doel', 'signaal-wegen', '--zaak', 'Z-2026-9'])

  /** The key of a company with somebody behind it. */
  async function aCompany(): Promise<string> {
    const found = await look('zoek', vault, 'holding', '--soort', 'bedrijf', '--json')
    const [first] = Object(found.json()['treffers'])
    return String(Reflect.get(Object(first), 'sleutel'))
  }

  test('the demo is put in an empty vault only', async () => {
    expect(filled).toMatchObject({ code: 0, error: [], out: [expect.stringContaining('700 adressen')] })
    expect(await type(['demo', vault])).toMatchObject({ code: 1, out: [], error: ['In deze kluis staan al gegevens. Maak een nieuwe kluis voor de demogemeente.'] })
  })

  test('importeer says what came of each sheet; a trial and a repeat change nothing', async () => {
    const file = at('controles.csv')
    writeFileSync(file, 'Zaaknummer;Soort controle;Datum controle;Uitkomst;Adres;Postcode;Plaats;Nationaliteit;Nummer\nC1;Horecacontrole;01-02-2026;geen bijzonderheden;Nergensstraat 1;1311AA;Almere;x;37178598\nC2;Horecacontrole;onbekend;overtreding;Nergensstraat 2;1311AA;Almere;x;1\n')
    const trial = await type(['importeer', vault, file, '--proef', '--json'])
    expect(trial.json()).toMatchObject({ proef: true, bronnen: [{ soort: 'inspection', gelezen: 2, geaccepteerd: 1, geweigerd: 1 }] })
    const taken = await type(['importeer', vault, file])
    expect(taken.out.join('\n')).toContain('2 rijen gelezen, 1 geaccepteerd')
    expect(taken.out.join('\n')).toContain('kolom Nationaliteit: mag nooit worden ingelezen')
    // eight digits under a heading that says nothing: nobody guesses that it is a KVK number
    expect(taken.out.join('\n')).toContain('niet overgenomen: Nummer.')
    expect((await type(['importeer', vault, file])).out.at(-1)).toBe('controles.csv: eerder ingelezen, niets gewijzigd.')
    expect(await type(['importeer', vault, at('niets.csv')])).toMatchObject({ code: 1, error: [expect.stringMatching(/^niets\.csv: Het bestand is niet gevonden/)] })
  })

  test('koppel and scoor print counts that a program can read', async () => {
    const linked = await type(['koppel', vault, '--json'])
    expect(Object.keys(Object(linked.json()['adressen']))).toEqual(['bag_nummer', 'exact', 'genormaliseerd', 'benaderend', 'meerduidig', 'geen', 'niet_opgegeven', 'beslist'])
    expect(linked.json()).toMatchObject({ koppelingen: { knopen: { adressen: expect.any(Number), bedrijven: expect.any(Number), personen: expect.any(Number) } } })
    const scored = await type(['scoor', vault, '--per', 'gebied', '--fenomeen', 'hennep'])
    expect(scored.code).toBe(0)
    expect(scored.out).toContain('Hennep per buurt')
    expect(scored.out.some((line) => line.startsWith('Vastgoed per'))).toBe(false)
  })

  test('verklaar, toets-scores, verantwoording and controleer --scores account for every score', async () => {
    const ranked = await type(['scoor', vault, '--per', 'gebied', '--fenomeen', 'hennep', '--json'])
    const code = JSON.stringify(ranked.json()).match(/BU\d{8}/)?.[0] ?? ''
    const explained = await look('verklaar', vault, '--code', code, '--fenomeen', 'hennep')
    expect(explained.out[1]).toContain(`(${code}), hennep:`)
    expect(explained.out.at(-1)).toMatch(/^Ongeveer .* van alle panden wordt voor ondermijning gebruikt\. .* is bij .* van de aangewezen panden raak\.$/)
    expect(await look('verklaar', vault, '--code', code, '--fenomeen', 'hennep', '--per', 'buurt')).toMatchObject({ code: 0, out: explained.out })
    expect(await look('verklaar', vault, '--code', 'BU99999999', '--fenomeen', 'hennep')).toMatchObject({ code: 1 })
    const tested = await type(['toets-scores', vault, '--json'])
    const holds = (list: unknown, name: string) => Array.isArray(list) && list.length > 0 && list.every((one: unknown) => Object(one)[name] === true)
    expect([holds(tested.json()['getallen'], 'holds'), holds(tested.json()['sets'], 'isSame')]).toEqual([true, true])
    expect((await type(['controleer', vault, '--scores'])).out.at(-1)).toMatch(/^Scores \d+ van \S+: gelijk tot de laatste bit\.$/)
    expect((await type(['verantwoording', vault, '--uit', at('bladen')])).out).toContain(`Indicatorenboek: ${at('bladen', 'indicatorenboek.md')}`)
  })

  test('zoek finds, and names the purpose it looked under', async () => {
    const found = await look('zoek', vault, 'holding')
    expect(found.out[0]).toBe('Doel: Signaal wegen en bronnen raadplegen, zaak Z-2026-9.')
    expect(found.out[1]).toMatch(/^company:\d+ {2}/)
    expect((await look('zoek', vault, 'bestaatnietergens')).out).toContain('Niets gevonden.')
  })

  test('words that may mean more than one are not guessed at: the candidates are named', async () => {
    const found = await look('zoek', vault, 'b', '--soort', 'bedrijf', '--json')
    expect(JSON.stringify(found.json()).match(/company:/g)?.length).toBeGreaterThan(1)
    const drawn = await look('netwerk', vault, '--van', 'b', '--uit', at('gok.svg'))
    expect(drawn.code).toBe(2)
    expect(drawn.error[0]).toMatch(/^‘b’ zegt niet precies wie of wat u bedoelt\. Geef een van deze sleutels: .*:.*; /)
  })

  test('netwerk draws the same picture twice, and says where there is no way', async () => {
    const key = await aCompany()
    const once = await look('netwerk', vault, '--van', key, '--uit', at('een.svg'), '--json')
    expect(once.json()).toMatchObject({ afgekapt: false, beeld: 'een.svg' })
    await look('netwerk', vault, '--van', key, '--uit', at('twee.svg'))
    const withoutLogLine = (file: string) => readFileSync(at(file), 'utf8').replace(/logregel \d+/g, '')
    expect(withoutLogLine('twee.svg')).toBe(withoutLogLine('een.svg'))
    await look('netwerk', vault, '--van', key, '--uit', at('een.png'))
    expect(readFileSync(at('een.png')).subarray(1, 4).toString()).toBe('PNG')
    expect(await look('netwerk', vault, '--van', 'zoietsisernietbij')).toMatchObject({ code: 1, out: [] })
  })

  test('netwerk writes what other programs open; pad finds ways between what netwerk shows', async () => {
    const key = await aCompany()
    for (const name of ['een.graphml', 'een.gexf', 'een.anx', 'een.csv', 'een.xlsx']) expect((await look('netwerk', vault, '--van', key, '--open', '--uit', at(name))).out.at(-1)).toBe(`Bestand geschreven: ${name}.`)
    expect(readFileSync(at('een.anx'), 'utf8')).toContain('<Chart ')
    const { relaties } = (await look('netwerk', vault, '--van', key, '--diepte', '1', '--json')).json()
    const first = Reflect.get(Object(relaties), '0')
    const found = await look('pad', vault, '--van', String(Reflect.get(Object(first), 'van')), '--naar', String(Reflect.get(Object(first), 'naar')), '--aantal', '3', '--json')
    expect(found.json()['paden']).toHaveProperty('0', [Reflect.get(Object(first), 'van'), Reflect.get(Object(first), 'naar')])
  })

  test('bevindingen lists patterns with their evidence and base rate, and finds the ones that were planted', async () => {
    const found = (await look('bevindingen', vault, '--aantal', '500', '--json')).json()
    const [first] = Object(found['bevindingen'])
    expect(first).toMatchObject({ patroon: expect.any(String), sleutel: expect.stringMatching(/^(?:address|company):/), bewijs: expect.any(Array) })
    expect(Object(found['patronen'])).toHaveLength(12)
    const patterns = new Set(Array.from(Object(found['bevindingen']), (one) => Reflect.get(Object(one), 'patroon')))
    for (const planted of ['stapeladres', 'katvangerpatroon', 'doorstart-carrousel', 'abc-transactie']) expect([...patterns]).toContain(planted)
    expect((await look('bevindingen', vault, '--patroon', 'stapeladres')).out.join('\n')).toMatch(/Stapeladres\. Gezien bij (?:\d+|minder dan 5) van \d+ adressen/)
    expect(await look('bevindingen', vault, '--patroon', 'x')).toMatchObject({ code: 2 })
  })

  test('wegen shows what waits to be weighed, without its content', async () => {
    const shown = await type(['wegen', vault, '--zaak', 'Z-1', '--aantal', '3', '--json'])
    const { totaal, signalen } = JSON.parse(shown.out.at(-1) ?? '')
    expect(totaal).toBeGreaterThan(3)
    expect(signalen.map(({ stand, nummer }: { stand: string; nummer: string }) => [stand, nummer])).toEqual(Array.from({ length: 3 }, () => ['ontvangen', '']))
    expect(Object.keys(signalen[0])).not.toContain('inhoud')
    expect((await type(['wegen', vault, '--zaak', 'Z-1', '--toon', 'te vernietigen'])).out).toEqual(['Doel: Signaal wegen en bronnen raadplegen, zaak Z-1.', '0 van 0.'])
  })

  test('casus makes a case, lists it and writes the dossier; what cannot be printed is said', async () => {
    const key = await aCompany()
    expect(await type(['casus', vault])).toMatchObject({ code: 2, out: [] })
    const made = await type(['casus', vault, 'maak', '--titel', 'Toetscasus', '--fenomeen', 'vastgoed', '--van', key, '--zaak', 'Z-1', '--hypothese', 'Er is meer aan de hand.', '--json'])
    expect(made.json()).toMatchObject({ nummer: 'C-2026-0001', hypothesen: 1 })
    expect((await type(['casus', vault, '--zaak', 'Z-1'])).out.slice(0, 2)).toEqual(['Doel: RIEC-casus voorbereiden, zaak Z-1.', 'C-2026-0001  Toetscasus  (concept, vastgoed)'])
    const sent = await type(['casus', vault, 'exporteer', '--nummer', 'C-2026-0001', '--aan', 'RIEC', '--uit', at('dossier'), '--zaak', 'Z-1'])
    expect(sent.code).toBe(0)
    expect(sent.out.some((line) => line.startsWith('Niet gemaakt: pdf.'))).toBe(true)
    expect(readdirSync(at('dossier')).map((name) => name.replace(/.*\./, '')).toSorted()).toEqual(['docx', 'png', 'svg', 'xlsx'])
  })

  test('bibob needs a case number of its own and writes the page', async () => {
    const key = await aCompany()
    expect(await type(['bibob', vault, '--aanvrager', key, '--uit', at('bibob')])).toMatchObject({ code: 2 })
    expect(existsSync(at('bibob'))).toBe(false)
    expect((await type(['bibob', vault, '--aanvrager', 'address:0034200000000001', '--uit', at('bibob'), '--zaak', 'B-1'])).error[0]).toBe('address:0034200000000001 is geen bedrijf of persoon.')
    expect(existsSync(at('bibob'))).toBe(false)
    const written = await type(['bibob', vault, '--aanvrager', key, '--uit', at('bibob'), '--zaak', 'B-1', '--json'])
    expect(written.json()).toMatchObject({ doel: 'Bibob: eigen onderzoek, zaak B-1' })
    expect(readdirSync(at('bibob')).some((name) => name.endsWith('.html'))).toBe(true)
  })

  test('Ctrl-C stops what runs, with a sentence, and leaves the vault whole', async () => {
    const environment = { SIGNAAL_WACHTWOORD: PASSPHRASE }
    writeFileSync(at('nieuw.csv'), 'Zaaknummer;Datum controle;Uitkomst;Adres\nC9;01-02-2026;akkoord;Nergensstraat 9\n')
    await type(['importeer', vault, at('nieuw.csv')])
    const stopped = await type(['koppel', vault], environment, noPrinter, 'Adressen laden')
    expect(stopped).toMatchObject({ code: 1, out: [], error: ['Afgebroken. Er is niets gewijzigd. Start opnieuw wanneer u wilt.'] })
    expect(stopped.seen.filter((words) => words !== '').slice(0, 2)).toEqual(['Kluis openen…', 'Voorbereiden…'])
    expect(await type(['demo', '--uit', at('half'), '--adressen', '20000'], environment, noPrinter, 'Demogemeente')).toMatchObject({ code: 1, out: [] })
    expect(await type(['koppel', vault])).toMatchObject({ code: 0 })
  })

  test('the log holds every one of these commands', async () => {
    expect((await type(['controleer', vault])).out[0]).toMatch(/^Het logboek klopt: \d+ regels\.$/)
  })
})
