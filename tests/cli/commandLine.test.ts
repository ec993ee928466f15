import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../fixtures/vault.ts'
import { PASSPHRASE, type } from './terminal.ts'

const commands = ['nieuw', 'importeer', 'koppel', 'scoor', 'leveringen', 'geweigerd', 'intrekken', 'toewijzingen', 'beoordeel', 'verklaar', 'toets-scores', 'verantwoording', 'gewichten', 'risicobranches', 'zoek', 'netwerk', 'pad', 'bevindingen', 'wegen', 'casus', 'bibob', 'verwijzingen', 'termijnen', 'vernietigd', 'wachtwoordzin', 'controleer', 'demo', 'hoofdtaak']

describe('help', () => {
  test('names every command, and explains each of them', async () => {
    const overview = await type(['help'])
    expect(overview.code).toBe(0)
    for (const command of commands) {
      expect(overview.out.some((line) => line.startsWith(`  ${command} `))).toBe(true)
      const explained = await type(['help', command])
      expect(explained.code).toBe(0)
      expect(explained.out[0]).toContain(`-- ${command} `)
      expect(explained.out.join('\n')).toContain('--json')
    }
  })

  test('stands in for no command at all', async () => {
    expect((await type([])).out).toEqual((await type(['help'])).out)
  })

  test('comes for every command with --help or -h, whatever else is typed, and as JSON when that is asked for', async () => {
    for (const command of commands) {
      const explained = await type(['help', command])
      for (const words of [[command, '--help'], [command, '-h'], ['--help', command], [command, 'x.kluis', '--help', '--json']]) {
        const typed = await type(words)
        expect(typed).toMatchObject({ code: 0, error: [] })
        if (words.includes('--json')) expect(typed.json()).toMatchObject({ opdrachten: [{ opdracht: command, gebruik: explained.out[0]?.replace('Gebruik: ', '') }] })
        else expect(typed.out).toEqual(explained.out)
      }
    }
    for (const words of [['help', '--json'], ['--json', '--help']]) expect(Object((await type(words)).json()['opdrachten']).map((one: { opdracht: string }) => one.opdracht)).toEqual(expect.arrayContaining(commands))
  })

  test('names the purposes where something is looked up', async () => {
    for (const words of [['help'], ['help', 'zoek'], ['help', 'importeer']]) {
      expect((await type(words)).out).toEqual(expect.arrayContaining([expect.stringMatching(/^ {2}signaal-wegen +Signaal wegen en bronnen raadplegen \(met --zaak\)$/)]))
    }
    expect((await type(['help', 'nieuw'])).out.join('\n')).not.toContain('Doelen:')
  })
})

describe('wrong usage', () => {
  test.each([
    [['onzin'], 'De opdracht ‘onzin’ bestaat niet.'],
    [['nieuw', 'x.kluis', '--foo'], 'De optie --foo bestaat niet.'],
    [['nieuw'], 'De kluis ontbreekt.'],
    [['nieuw', 'x.kluis', '--rollen', 'baas'], 'Bij --rollen kan: regisseur ondermijning, analist, Bibob-medewerker, beheerder, privacyfunctionaris, lezer.'],
    [['importeer', 'x.kluis'], 'Geef ten minste één bestand.'],
    [['zoek', 'x.kluis'], 'Geef de tekst waarnaar u zoekt.'],
    [['zoek', 'x.kluis', 'markerkant', '--aantal', 'veel'], 'Bij --aantal hoort een heel getal van 1 tot en met 50.'],
    [['netwerk', 'x.kluis'], '--van ontbreekt.'],
    [['netwerk', 'x.kluis', '--van', 'a', '--uit', 'b.gif'], 'Het bestand bij --uit eindigt op .svg, .png, .pdf, .graphml, .gexf, .anx, .csv, .xlsx.'],
    [['casus', 'x.kluis', 'weg'], 'Bij casus kan: lijst, maak of exporteer; niet weg.'],
    [['scoor', 'x.kluis', '--per', 'persoon'], 'Bij --per kan: gebied, branche.'],
    [['demo', 'x.kluis', '--uit', 'y'], 'Geef een kluis of --uit, niet allebei.'],
    [['--json'], 'De opdracht ‘--json’ bestaat niet.'],
    [['nieuw', 'x.kluis', 'y.kluis'], '‘y.kluis’ hoort hier niet; zet woorden die bij elkaar horen tussen aanhalingstekens.'],
    [['hoofdtaak', 'x.kluis'], '‘x.kluis’ hoort hier niet; zet woorden die bij elkaar horen tussen aanhalingstekens.'],
    [['casus', 'x.kluis', 'maak', '--titel', 'T'], 'Bij --titel hoort een tekst van 3 tot en met 120 tekens.'],
    [['intrekken', 'x.kluis', '3', '--reden', 'kort'], 'Bij --reden hoort een tekst van 10 tot en met 500 tekens.'],
    [['verklaar', 'x.kluis', '--code', 'xx', '--fenomeen', 'hennep'], 'Bij --code hoort een buurt (BU00340101), een wijk (WK003401), een eigen gebied (BT-de-vaart, OG-stad-oost) of een branche (2008:56).'],
    [['verantwoording', 'x.kluis', '--uit', import.meta.filename], `${import.meta.filename} is een bestand, geen map.`],
    [['koppel', '--toets', import.meta.dirname], `In ${import.meta.dirname} staan geen referentieverzamelingen; geef met --toets de map waarin zij staan.`],
    [['importeer', 'x.kluis', 'a.csv', '--soort', 'onzin'], 'De soort levering ‘onzin’ bestaat niet.'],
    [['importeer', 'x.kluis', 'a.csv', '--peildatum', '31-02-2025'], 'Bij --peildatum hoort een dag als 31-12-2025 of 2025-12-31.'],
    [['importeer', 'x.kluis', 'a.csv', '--peildatum', 'gisteren'], 'Bij --peildatum hoort een dag als 31-12-2025 of 2025-12-31.'],
    [['risicobranches', 'x.kluis', '--zet', 'Advies', '--haal', 'Advies'], 'Kies één van --zet, --haal en --besluit.'],
    [['risicobranches', 'x.kluis', '--haal', 'Advies', '--motivering', 'te kort'], 'Bij --motivering hoort een tekst van 20 tot en met 2000 tekens.'],
    [['risicobranches', 'x.kluis', '--zet', 'Advies', '--motivering', 'Twintig tekens en meer.', '--fenomenen', 'hennep', '--codes', '7022'], 'Bij --codes hoort per code haar versie: 2008:5610,2025:56101.'],
    [['toets-scores', 'x.kluis', '--dag', '2025-13-01'], 'Bij --dag hoort een dag als 31-12-2025 of 2025-12-31.'],
    [['koppel', 'x.kluis', '--doel', 'nieuwsgierigheid'], 'Het doel ‘nieuwsgierigheid’ bestaat niet.'],
    [['koppel', 'x.kluis', '--doel', 'Signaal wegen en bronnen raadplegen'], 'Bij het doel ‘Signaal wegen en bronnen raadplegen’ hoort een zaaknummer: --zaak NUMMER.'],
    [['koppel', 'x.kluis', '--zaak', 'Z'.repeat(41)], 'Bij --zaak hoort een nummer van ten hoogste 40 tekens.'],
    [['demo', '--uit', 'y', '--adressen', '5'], 'Bij --adressen hoort een heel getal van 200 tot en met 300000.'],
  ])('%j says so, tells where the help is and ends with 2', async (words, sentence) => {
    const typed = await type(words)
    expect(typed.code).toBe(2)
    expect(typed.error[0]).toBe(sentence)
    expect(typed.error.at(-1)).toMatch(/npm run --silent signaal -- help/)
    expect(typed.out).toEqual([])
  })

  const lookUps = [
    ['zoek', 'x.kluis', 'markerkant'], ['netwerk', 'x.kluis', '--van', 'company:1'], ['pad', 'x.kluis', '--van', 'company:1', '--naar', 'company:2'], ['bevindingen', 'x.kluis'], ['beoordeel', 'x.kluis'],
    ['verklaar', 'x.kluis', '--code', 'BU00340101', '--fenomeen', 'hennep'],
  ]
  test.each(lookUps)('%s without a purpose is refused before anything is opened, and the purposes are named', async (...words) => {
    const typed = await type(words, {})
    expect(typed).toMatchObject({ code: 2, out: [] })
    expect(typed.error[0]).toBe('Geef met --doel waarvoor u raadpleegt; het doel komt in het logboek.')
    expect(typed.error).toEqual(expect.arrayContaining([expect.stringContaining('riec-casus'), expect.stringContaining('bibob-onderzoek')]))
    expect((await type([...words, '--doel', 'riec-casus'], {})).error[0]).toBe('Bij het doel ‘RIEC-casus voorbereiden’ hoort een zaaknummer: --zaak NUMMER.')
  })

  test('a file in a folder that is not there is not written, whatever vault it would come from', async () => {
    const nowhere = join(temporaryFolder(), 'weg')
    for (const words of [['netwerk', 'x.kluis', '--van', 'company:1', '--uit', join(nowhere, 'n.svg')], ['geweigerd', 'x.kluis', '1', join(nowhere, 'g.csv')], ['toewijzingen', 'x.kluis', '--naar', join(nowhere, 't.json')]]) {
      expect(await type(words, {})).toMatchObject({ code: 1, out: [], error: [`De map ${nowhere} is er niet. Maak de map, of kies een andere.`] })
    }
  })

  test('an unknown kind of delivery is answered with the kinds there are', async () => {
    const { error } = await type(['importeer', 'x.kluis', 'a.csv', '--soort', 'onzin'])
    expect(error).toEqual(expect.arrayContaining(['Bij --soort kan:', expect.stringMatching(/^ {2}controles +Controles$/), expect.stringMatching(/^ {2}adressen +Adressen \(BAG\)$/)]))
  })

  test('without a passphrase and without a terminal there is nothing to open with', async () => {
    const typed = await type(['controleer', 'x.kluis'], {})
    expect(typed.code).toBe(2)
    expect(typed.error[0]).toContain('SIGNAAL_WACHTWOORD')
  })
})

describe('a vault', () => {
  test('is made, refuses to be made again, opens with its own passphrase only, and its log holds', async () => {
    const vault = join(temporaryFolder(), 'toets.kluis')
    const made = await type(['nieuw', vault, '--naam', 'Toetser', '--json'])
    expect(made.json()).toEqual({ kluis: 'toets.kluis', rollen: ['analist', 'regisseur ondermijning', 'beheerder'] })
    expect(await type(['nieuw', vault])).toMatchObject({ code: 1, error: ['Op deze plaats staat al een bestand met die naam. Kies een andere naam of een andere map.'] })
    expect(await type(['controleer', vault], { SIGNAAL_WACHTWOORD: 'iets heel anders dan dat' })).toMatchObject({
      code: 1, out: [], error: ['De wachtwoordzin klopt niet. Probeer het opnieuw; let op hoofdletters en spaties.'],
    })
    const checked = await type(['controleer', vault, '--json'])
    expect(checked.code).toBe(0)
    expect(checked.json()).toMatchObject({ klopt: true })
  })

  test('gets another passphrase, given or typed twice; the old one opens it no more', async () => {
    const vault = join(temporaryFolder(), 'toets.kluis')
    await type(['nieuw', vault])
    const next = 'vijf heel andere woorden samen'
    expect(await type(['wachtwoordzin', vault], { SIGNAAL_WACHTWOORD: PASSPHRASE, SIGNAAL_NIEUW_WACHTWOORD: 'te kort' })).toMatchObject({ code: 1, out: [] })
    expect(await type(['wachtwoordzin', vault], { SIGNAAL_WACHTWOORD: PASSPHRASE, SIGNAAL_NIEUW_WACHTWOORD: next })).toMatchObject({ code: 0 })
    expect((await type(['controleer', vault])).code).toBe(1)
    expect((await type(['controleer', vault], { SIGNAAL_WACHTWOORD: next })).code).toBe(0)
  })

  test('saves and reads the list of what was destroyed in it, and is remembered on the workstation', async () => {
    const home = temporaryFolder()
    const environment = { SIGNAAL_WACHTWOORD: PASSPHRASE, HOME: home, XDG_CONFIG_HOME: home, APPDATA: home }
    const [vault, list] = [join(temporaryFolder(), 'toets.kluis'), join(home, 'lijst.json')]
    await type(['nieuw', vault], environment)
    expect((await type(['vernietigd', vault, '--json'], environment)).json()).toEqual({ vernietigd: [] })
    expect((await type(['termijnen', vault, '--scores', '--json'], environment)).json()).toMatchObject({ termijnen: [{ te_vernietigen: 0 }, { termijn: '12 maanden; te beoordelen na 6' }, {}, { wat: 'Bibob-dossier', termijn: '5 jaar', te_vernietigen: 0 }, { wat: 'LBB-advies', te_vernietigen: null }, { wat: 'Set scores', termijn: '24 maanden', te_vernietigen: 0 }, { wat: 'Logregel', te_vernietigen: 0 }], oude_scores: [] })
    expect((await type(['verwijzingen', vault, '--toon', 'te vernietigen', '--json'], environment)).json()).toMatchObject({ totaal: 0, afdelingen: [], verwijzingen: [] })
    expect((await type(['vernietigd', vault, '--opslaan', list], environment)).out).toEqual(['geen vernietigingen opgeslagen in lijst.json.'])
    expect((await type(['vernietigd', vault, '--inlezen', list, '--json'], environment)).json()).toEqual({ vernietigingen: 0, alsnog_vernietigd: 0 })
    expect((await type(['vernietigd', vault, '--inlezen', list, '--opslaan', list], environment)).code).toBe(2)
    expect(readdirSync(home, { recursive: true, encoding: 'utf8' }).filter((name) => /[0-9a-f]{32}\.json$/.test(name))).toHaveLength(1)
  })

  test('asks for a case number where the purpose wants one, and refuses purposes that are not the user’s', async () => {
    const vault = join(temporaryFolder(), 'toets.kluis')
    await type(['nieuw', vault])
    expect(await type(['casus', vault, 'maak', '--titel', 'Toets', '--fenomeen', 'hennep', '--van', 'a'])).toMatchObject({ code: 2 })
    const refused = await type(['koppel', vault, '--doel', 'bibob-onderzoek'])
    expect(refused).toMatchObject({ code: 2, error: expect.arrayContaining(['Bij het doel ‘Bibob: eigen onderzoek’ hoort een zaaknummer: --zaak NUMMER.']) })
    const notHis = await type(['koppel', vault, '--doel', 'bibob-onderzoek', '--zaak', 'B-1'])
    expect(notHis.code).toBe(2)
    expect(notHis.error.slice(0, 2)).toEqual(['Uw rol heeft het doel ‘bibob-onderzoek’ niet.', 'Wel:'])
    expect(notHis.error.slice(2, notHis.error.indexOf('')).join('\n')).not.toContain('bibob')
  })

  test('that is not there is a sentence, not a trace', async () => {
    const typed = await type(['controleer', join(temporaryFolder(), 'niets.kluis')])
    expect(typed).toMatchObject({ code: 1, out: [], error: ['Het kluisbestand is er niet meer, of het is leeg. Kijk of het is verplaatst, of zet een reservekopie terug.'] })
  })
})

describe('demo', () => {
  test('writes deliveries and truth apart, the same for the same seed', async () => {
    const folder = temporaryFolder()
    const typed = await type(['demo', '--uit', folder, '--adressen', '300', '--zaad', '2', '--json'])
    expect(typed.code).toBe(0)
    expect(readdirSync(folder).toSorted()).toEqual(['leveringen', 'waarheid'])
    expect(Number(Object(typed.json()['bestanden']).length)).toBeGreaterThanOrEqual(12)
    expect(existsSync(join(folder, 'leveringen', 'kvk', 'handelsregister_20261001.csv'))).toBe(true)
    expect(readdirSync(join(folder, 'waarheid')).toSorted()).toEqual(['adressen.csv', 'bedrijven.csv', 'gepland.json', 'personen.csv'])
  })
})
