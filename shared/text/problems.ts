import type { Problem, ProblemCode } from '../contract/problem.ts'
import { capitalise, formatNumber } from './format.ts'

/** What is wrong, and what the reader can do about it; each one or two plain sentences. */
export interface ProblemText {
  what: string
  remedy: string
}

type Params = Problem['params']

/** The value of a slot, between quotes, or a plain word when the thrower did not fill it. */
function named(params: Params, slot: string, otherwise: string): string {
  const value = params[slot]
  return value === undefined || value === '' ? otherwise : `‘${value}’`
}

/** A slot set in front of a sentence only when it is filled: ` op blad ‘Q3’`. */
function when(params: Params, slot: string, phrase: (value: string) => string): string {
  const value = params[slot]
  return value === undefined || value === '' ? '' : phrase(typeof value === 'number' ? formatNumber(value) : value)
}

const chooseOther = 'Kies een ander bestand.'
const tellAdministrator = 'Vraag de beheerder om hulp als dit vaker gebeurt.'

/** What the user filled in, by its name in the contract; other names mean nothing to him and stay out. */
const fieldWords: Record<string, string> = {
  title: 'de titel', name: 'de naam', reason: 'de reden', motive: 'de reden', caseNumber: 'het zaaknummer', recipients: 'de ontvangers', text: 'de tekst', passphrase: 'de wachtwoordzin', supplier: 'de leverancier', referenceDate: 'de peildatum',
}

/** One entry per code. Slots: the names read from `params`; every slot may be absent. */
const texts: Record<ProblemCode, (params: Params) => ProblemText> = {
  'unknown-procedure': () => ({ what: 'Venster en rekenkern zijn niet van dezelfde versie.', remedy: 'Sluit de toepassing en start haar opnieuw.' }),
  // field
  'bad-input': (p) => ({
    what: `De invoer is niet goed${when(p, 'field', (field) => (Object.hasOwn(fieldWords, field) ? `: ${fieldWords[field]}` : ''))}.`,
    remedy: 'Controleer wat u invulde en probeer het opnieuw.',
  }),
  internal: () => ({ what: 'Er ging iets mis wat niet had mogen gebeuren. De kluis is niet gewijzigd.', remedy: `Probeer het opnieuw. ${tellAdministrator}` }),
  'engine-stopped': () => ({
    what: 'De rekenkern is gestopt. Wat half klaar was, is teruggedraaid.',
    remedy: 'De rekenkern start vanzelf opnieuw; open daarna de kluis.',
  }),
  'work-stopped': () => ({
    what: 'De taak is gestopt: een deel van de rekenkern viel uit, meestal door te weinig werkgeheugen. Wat half klaar was, is teruggedraaid.',
    remedy: 'Sluit andere programma’s en start de taak opnieuw.',
  }),
  cancelled: () => ({ what: 'Afgebroken. Er is niets gewijzigd.', remedy: 'Start opnieuw wanneer u wilt.' }),
  // step
  busy: (p) => ({
    what: `Er loopt al een taak${when(p, 'step', (step) => `: ${step}`)}.`,
    remedy: 'Wacht tot die klaar is, of breek hem af.',
  }),

  'vault-locked': () => ({ what: 'De kluis is vergrendeld.', remedy: 'Ontgrendel de kluis met uw wachtwoordzin.' }),
  'role-missing': () => ({ what: 'Uw rol geeft hier geen toegang toe. De poging staat in het logboek.', remedy: 'Vraag de beheerder om de rol als u die voor uw werk nodig hebt.' }),
  'purpose-missing': () => ({ what: 'Er is nog geen doel gekozen.', remedy: 'Kies eerst waarvoor u raadpleegt; het doel komt in het logboek te staan.' }),
  // purpose, closed, fitting
  'purpose-unfit': (p) => ({
    what: p['closed'] === 'person'
      ? `Onder het doel${when(p, 'purpose', (label) => ` ‘${label}’`)} zoekt u geen personen op; daarvoor is een doel nodig dat bij een zaak hoort.`
      : `Het gekozen doel${when(p, 'purpose', (label) => ` ‘${label}’`)} geeft hier geen toegang toe.`,
    remedy: when(p, 'fitting', (labels) => `Wel onder: ${labels}.`).trim() || 'Kies een doel dat bij deze handeling past.',
  }),

  'vault-exists': () => ({ what: 'Op deze plaats staat al een bestand met die naam.', remedy: 'Kies een andere naam of een andere map.' }),
  'vault-idle': () => ({ what: 'De kluis is vergrendeld: er was een kwartier lang niemand.', remedy: 'Vul de wachtwoordzin in om verder te gaan.' }),
  'vault-missing': () => ({ what: 'Het kluisbestand is er niet meer, of het is leeg.', remedy: 'Kijk of het is verplaatst, of zet een reservekopie terug.' }),
  'vault-in-use': () => ({
    what: 'De kluis is op dit moment in gebruik: een ander programma of een taak die loopt schrijft erin.',
    remedy: 'Wacht tot dat klaar is, of sluit het andere programma, en probeer het opnieuw.',
  }),
  'vault-forbidden': () => ({
    what: 'U hebt geen rechten om de kluis te lezen en erin te schrijven.',
    remedy: 'Vraag de beheerder om lees- en schrijfrechten op het kluisbestand en op de map waarin het staat.',
  }),
  'vault-not-a-vault': () => ({ what: 'Dit bestand is geen kluis.', remedy: 'Kies een bestand dat op .kluis eindigt.' }),
  'vault-wrong-passphrase': () => ({ what: 'De wachtwoordzin klopt niet.', remedy: 'Probeer het opnieuw; let op hoofdletters en spaties.' }),
  'vault-damaged': () => ({ what: 'Het kluisbestand is beschadigd en niet geopend.', remedy: 'Zet de laatste reservekopie terug.' }),
  // version, known
  'vault-newer': () => ({ what: 'Deze kluis is gemaakt met een nieuwere versie van de toepassing.', remedy: 'Werk de toepassing bij en open de kluis daarna opnieuw.' }),
  'vault-folder-unsuitable': () => ({
    what: 'In deze map kan geen kluis staan: de map is er niet, of u mag er niet schrijven.',
    remedy: 'Kies een map op deze computer waarin u mag schrijven.',
  }),
  'vault-not-empty': () => ({ what: 'In deze kluis staan al gegevens.', remedy: 'Maak een nieuwe kluis voor de demogemeente.' }),
  'vault-not-demo': () => ({ what: 'Dit is geen kluis van de demogemeente.', remedy: 'Meet alleen in een kluis die met de demogemeente is gevuld.' }),
  // shortest
  'passphrase-same': () => ({ what: 'De nieuwe wachtwoordzin is gelijk aan de huidige.', remedy: 'Kies een andere.' }),
  'passphrase-weak': (p) => ({
    what: `De wachtwoordzin is te kort${when(p, 'shortest', (n) => `: ten minste ${n} tekens`)}.`,
    remedy: 'Neem vijf of meer willekeurige woorden; dat is sterk en te onthouden.',
  }),
  // line
  'log-damaged': (p) => ({
    what: `Het logboek klopt niet meer${when(p, 'line', (line) => ` vanaf regel ${line}`)}.`,
    remedy: 'Werk niet verder en waarschuw de privacyfunctionaris.',
  }),

  'destruction-list-unfit': () => ({ what: 'Dit is geen vernietigingslijst van deze kluis, of zij is gewijzigd.', remedy: 'Kies de lijst die uit deze kluis of een kopie ervan is opgeslagen.' }),

  // file
  'file-missing': (p) => ({ what: `${capitalise(named(p, 'file', 'Het bestand'))} is niet gevonden.`, remedy: 'Kijk of het is verplaatst of hernoemd en kies het opnieuw.' }),
  'file-locked': (p) => ({ what: `${capitalise(named(p, 'file', 'Het bestand'))} is in gebruik door een ander programma.`, remedy: 'Sluit het daar, bijvoorbeeld in Excel, en probeer het opnieuw.' }),
  'file-forbidden': (p) => ({ what: `U hebt geen rechten op ${named(p, 'file', 'dit bestand of deze map')}.`, remedy: 'Vraag de beheerder om rechten, of kies een bestand of map waar u wel bij mag.' }),
  'file-is-folder': (p) => ({ what: `${capitalise(named(p, 'file', 'Dit'))} is een map, geen bestand.`, remedy: 'Kies een bestand in die map.' }),
  // folder
  'folder-missing': (p) => ({ what: `De map${when(p, 'folder', (folder) => ` ${folder}`)} is er niet.`, remedy: 'Maak de map, of kies een andere.' }),
  'file-empty': (p) => ({ what: `${capitalise(named(p, 'file', 'Het bestand'))} is leeg.`, remedy: `Vraag de leverende afdeling om een nieuw bestand. ${chooseOther}` }),
  // file, limit
  'file-too-large': (p) => ({
    what: `${capitalise(named(p, 'file', 'Het bestand'))} is te groot${when(p, 'limit', (limit) => ` (ten hoogste ${limit})`)}.`,
    remedy: 'Laat het in delen aanleveren, bijvoorbeeld per jaar of per wijk.',
  }),
  // file, seconds
  'file-too-slow': (p) => ({
    what: `${capitalise(named(p, 'file', 'Het bestand'))} was${when(p, 'seconds', (seconds) => ` na ${seconds} seconden`)} nog niet gelezen; het lezen is gestopt.`,
    remedy: 'Open het in Excel, sla het op als .xlsx en kies het opnieuw.',
  }),
  'file-not-a-workbook': (p) => ({ what: `${capitalise(named(p, 'file', 'Het bestand'))} is geen tekstbestand met kolommen en geen werkmap.`, remedy: 'Laat de leverende afdeling de gegevens opslaan als .xlsx of .csv.' }),
  'file-packed': (p) => ({ what: `${capitalise(named(p, 'file', 'Het bestand'))} is ingepakt; wat erin zit wordt niet vanzelf gelezen.`, remedy: 'Pak het uit en kies het bestand dat erin zit.' }),
  'file-damaged': (p) => ({ what: `${capitalise(named(p, 'file', 'Het bestand'))} is beschadigd en niet te lezen.`, remedy: 'Vraag de leverende afdeling om een nieuwe uitdraai.' }),
  'file-encrypted': (p) => ({ what: `${capitalise(named(p, 'file', 'Het bestand'))} is met een wachtwoord beveiligd.`, remedy: 'Haal het wachtwoord er in Excel af en kies het bestand opnieuw.' }),
  // file, format
  'file-format-unsupported': (p) => ({
    what: `${capitalise(named(p, 'file', 'Het bestand'))} heeft een vorm die niet wordt gelezen${when(p, 'format', (format) => ` (${format})`)}.`,
    remedy: 'Sla het op als .xlsx of .csv; gebieden als GeoJSON.',
  }),
  'file-hostile': (p) => ({ what: `${capitalise(named(p, 'file', 'Het bestand'))} is zo gemaakt dat lezen onveilig is. Het is geweigerd.`, remedy: 'Waarschuw de leverende afdeling en de CISO; open het bestand niet.' }),
  'file-token-unknown': () => ({ what: 'Het gekozen bestand is niet meer bekend.', remedy: 'Kies het bestand opnieuw.' }),
  // sheet
  'delivery-has-later': (p) => ({
    what: `Na deze levering kwam ${named(p, 'file', 'een latere')} over hetzelfde register binnen.`,
    remedy: 'Trek eerst de latere levering in.',
  }),
  'delivery-withdrawn': () => ({ what: 'De levering van deze rij is ingetrokken; de rij staat niet meer in de kluis.', remedy: 'Kijk bij Bronnen, Leveringen, wie de levering introk en waarom.' }),
  'mapping-file-unreadable': () => ({ what: 'Dit is geen bestand met toewijzingen.', remedy: 'Kies een bestand dat eerder uit deze toepassing is opgeslagen.' }),
  'sheet-empty': (p) => ({ what: `Blad ${named(p, 'sheet', 'zonder naam')} heeft geen rijen om in te lezen.`, remedy: 'Laat dit blad weg of kies een ander.' }),
  // sheet, row, column, limit
  'cell-too-large': (p) => ({
    what: `Een cel is te groot om te lezen${when(p, 'sheet', (s) => `, blad ‘${s}’`)}${when(p, 'row', (r) => `, rij ${r}`)}${when(p, 'column', (c) => `, kolom ${c}`)}.`,
    remedy: 'Maak de cel leeg in het bronbestand en kies het opnieuw.',
  }),
  // sheet, columns
  'column-required-missing': (p) => ({
    what: `Er ontbreekt een verplichte kolom${when(p, 'columns', (c) => `: ${c}`)}${when(p, 'sheet', (s) => ` (blad ‘${s}’)`)}.`,
    remedy: 'Wijs een kolom aan in de toewijzing, of vraag de afdeling om een volledig bestand.',
  }),
  // kind
  'kind-unknown': (p) => ({ what: `De soort levering ${named(p, 'kind', '')} is niet bekend.`.replace('  ', ' '), remedy: 'Kies een soort uit de lijst.' }),
  // sheets
  'kind-unrecognised': (p) => ({ what: `In dit bestand is geen soort levering te herkennen${when(p, 'sheets', (sheets) => `; gelezen: ${sheets}`)}.`, remedy: 'Geef zelf aan welke soort het is, of vraag de afdeling om een bestand met kolomkoppen.' }),
  // sheets, kinds
  'kind-unsure': (p) => ({ what: `Uit de koppen blijkt niet welke soort levering dit is${when(p, 'kinds', (kinds) => `: ${kinds}`)}.`, remedy: 'Geef zelf aan welke soort het is, op de opdrachtregel met --soort.' }),
  'disk-full': () => ({ what: 'De schijf is vol. De kluis is als tevoren.', remedy: 'Maak ruimte vrij en probeer het opnieuw.' }),
  'write-failed': () => ({ what: 'Schrijven is niet gelukt. Er staat geen half bestand.', remedy: 'Kies een map waarin u mag schrijven en controleer of het bestand niet openstaat.' }),

  // what
  'not-found': (p) => ({
    what: `${when(p, 'what', (what) => `${what} is niet gevonden`) || 'Dit is niet gevonden'}.`,
    remedy: 'Mogelijk veranderde er iets door een andere levering; zoek opnieuw.',
  }),
  // count, limit
  'too-many': (p) => ({
    what: `Dit zijn er te veel om te tonen${when(p, 'count', (n) => `: ${n}`)}${when(p, 'limit', (n) => ` (ten hoogste ${n})`)}.`,
    remedy: 'Beperk de keuze op soort of periode.',
  }),
  'no-path': () => ({ what: 'Er is geen verbinding tussen deze twee.', remedy: 'Verruim soorten of periode, of neem minder uitsluitingen op.' }),
  // why
  'decisions-conflict': () => ({
    what: 'Dit gaat niet samen met een ander besluit over rijen van deze twee.',
    remedy: 'Trek eerst het andere besluit in; het staat onder Besluiten.',
  }),
  'merge-forbidden': (p) => ({
    what: `Deze twee kunnen niet dezelfde zijn.${when(p, 'why', (why) => ` ${why}`)}`,
    remedy: 'Klopt een bron niet, laat die dan herstellen en lees de levering opnieuw in.',
  }),
  'no-addresses': () => ({ what: 'Er zijn nog geen adressen uit de BAG ingelezen.', remedy: 'Lees bij Bronnen eerst een BAG-levering in.' }),
  'no-areas': () => ({ what: 'Er zijn nog geen gebieden ingelezen.', remedy: 'Lees bij Bronnen de wijken en buurten van het CBS in.' }),
  'no-scores': () => ({ what: 'Er zijn nog geen aandachtscores berekend.', remedy: 'Koppel de gegevens en bereken daarna de scores.' }),
  'weights-unfit': (p) => ({
    what: p['indicator'] === undefined ? `De gewichten van een fenomeen zijn samen${when(p, 'points', (points) => ` ${points}`)}; dat moet 100 zijn.` : `De indicator ${named(p, 'indicator', '')} telt niet mee in een score.`,
    remedy: 'Verdeel per fenomeen 100 punten over de indicatoren van gebieden en 100 over die van branches.',
  }),
  'half-life-unfit': (p) => ({
    what: `${named(p, 'indicator', 'Deze indicator')} telt geen voorvallen met een leeftijd.`, remedy: 'Geef alleen een halfwaardetijd aan wat op een dag gebeurt, niet aan een toestand zoals leegstand.',
  }),
  'scores-stale': () => ({ what: 'De gegevens zijn veranderd sinds de scores zijn berekend.', remedy: 'Bereken de scores eerst opnieuw; dan rekent u met een halfwaardetijd over dezelfde gegevens.' }),
  'scores-differ': (p) => ({
    what: `Bewaarde scores${when(p, 'set', (set) => ` ${set}`)} komen bij narekenen anders uit.`, remedy: 'Gebruik ze niet: iemand heeft ze veranderd of de kluis is beschadigd. Meld het bij de beheerder.',
  }),
  'bibob-days': () => ({ what: 'De dagen staan niet in de goede volgorde.', remedy: 'Een dag kan niet vóór de dag liggen waarop hij volgt; opschorting en advies komen pas na de adviesaanvraag.' }),
  'bibob-outcome': () => ({ what: 'Een besluit heeft een uitkomst én een datum.', remedy: 'Vul beide in, of geen van beide.' }),
  'bibob-view-first': () => ({ what: 'Eerst krijgt de betrokkene gelegenheid voor een zienswijze.', remedy: 'Vul in wanneer het voornemen is verzonden en wanneer de zienswijze er was of de termijn verstreek (art. 33 Wet Bibob).' }),
  'bibob-motive': (p) => ({ what: `Dit besluit vraagt een motivering${when(p, 'shortest', (n) => ` van ten minste ${n} tekens`)}.`, remedy: 'Schrijf op welke feiten het rust.' }),
  'bibob-undecided': () => ({ what: 'Op deze aanvraag is nog niet besloten; er loopt geen bewaartermijn.', remedy: 'De Bibob-medewerker legt besluit en datum vast, ook als de aanvraag buiten behandeling bleef.' }),
  // day
  'bibob-kept': (p) => ({ what: `De bewaartermijn van dit Bibob-dossier loopt nog${when(p, 'day', (day) => ` tot en met ${day}`)}.`, remedy: 'Wacht tot de termijn om is.' }),
  'triage-way': () => ({ what: 'Die stap kan van hieruit niet.', remedy: 'Maak eerst de wegingen die erbij horen, of kies een van de stappen die er staan.' }),
  'triage-weighing': () => ({ what: 'Deze weging is nu niet aan de beurt.', remedy: 'Weeg in volgorde; na een weging met ‘nee’ volgt geen andere.' }),
  'triage-criteria': () => ({ what: 'De kenmerken dragen dit oordeel niet.', remedy: 'Een weging met ‘ja’ vraagt uit elke groep ten minste één kenmerk.' }),
  'triage-destination': () => ({ what: 'Bij deze stap hoort waarheen het signaal gaat.', remedy: 'Noem de afdeling, de casus, het project of de bronnen; bij een andere stap laat u het leeg.' }),
  'signal-not-aside': () => ({ what: 'Alleen een signaal dat niet in behandeling is, kan worden vernietigd.', remedy: 'Zet het eerst op niet in behandeling; daarna loopt de bewaartermijn.' }),
  // day
  'signal-kept': (p) => ({ what: `De bewaartermijn loopt nog${when(p, 'day', (day) => `; dit kan vanaf ${day}`)}.`, remedy: 'Wacht tot de termijn om is.' }),
  'case-close-first': () => ({ what: 'Een casus sluit u af met resultaat, bewaarklasse en einde van de monitoring.', remedy: 'Kies bij Overzicht voor Afsluiten.' }),
  'case-archived': () => ({ what: 'Deze casus wordt blijvend bewaard.', remedy: 'Klopt die bewaarklasse niet, open de casus dan en sluit hem met een andere af.' }),
  'case-closed': () => ({ what: 'Deze casus is afgesloten en wordt bewaard zoals hij is.', remedy: 'Zet bij Overzicht eerst een andere status: dan is hij weer open.' }),
  'intervention-result': () => ({ what: 'Wat is uitgevoerd of vervallen, heeft een resultaat.', remedy: 'Schrijf op wat ervan is gekomen, of waarom het is vervallen.' }),
  // count
  'case-interventions-open': (p) => ({ what: `Deze casus heeft nog interventies die gepland of in uitvoering zijn${when(p, 'count', (n) => ` (${n})`)}.`, remedy: 'Zet ze bij Aanpak op uitgevoerd of vervallen, met het resultaat, en sluit de casus dan af.' }),
  // day
  'case-kept': (p) => ({ what: `De bewaartermijn van deze casus loopt nog${when(p, 'day', (day) => ` tot en met ${day}`)}.`, remedy: 'Wacht tot de termijn om is, of vraag wissing op verzoek van een betrokkene. Klopt de bewaarklasse niet, open de casus dan en sluit hem met een andere af.' }),
  // places
  'export-fiu': (p) => ({ what: `Gegevens van de FIU gaan niet naar partners${when(p, 'places', (places) => `; de FIU wordt genoemd bij ${places}`)}.`, remedy: 'Haal die gegevens daar weg. Wat u een partner vraagt, mag de FIU wel noemen.' }),
  // address
  'report-ground': (p) => ({ what: `Een rapportage bevat strafrechtelijke gegevens, en de grondslag daarvoor is niet gekozen${when(p, 'address', (address) => `: ${address}`)}.`, remedy: 'Kies de grondslag bij de rapportage en sla haar op.' }),
  'report-minors': () => ({ what: 'Eerst moet bekend zijn of er minderjarigen zijn; zonder dat kan art. 13b Opiumwet niet worden geadviseerd.', remedy: 'Vraag het de politie na en vul bij Minderjarigen in of zij aanwezig zijn.' }),
  'report-motive': (p) => ({ what: `Dit advies vraagt een motivering${when(p, 'shortest', (n) => ` van ten minste ${n} tekens`)}.`, remedy: 'Schrijf op waarom het noodzakelijk en evenredig is.' }),
  'case-not-closed': () => ({ what: 'Alleen een casus die is afgesloten met een bewaartermijn kan worden vernietigd.', remedy: 'Sluit hem eerst af.' }),
  'own-roles': () => ({ what: 'Uw eigen rollen kunt u niet wijzigen.', remedy: 'Laat een andere beheerder dat doen.' }),
  // label, code
  'risk-branch-unfit': (p) => ({
    what: p['code'] === undefined ? `${named(p, 'label', 'Deze branche')} staat niet op de lijst, of heeft geen code.` : `De code ${named(p, 'code', '')} komt in die versie van de SBI niet voor.`,
    remedy: 'Geef per versie van de SBI het begin van een bestaande code, twee tot vijf cijfers.',
  }),
  'no-scores-due': () => ({ what: 'Er zijn geen sets scores te vernietigen.', remedy: 'Bekijk de lijst opnieuw: wat de afgelopen tijd is berekend, nu geldt of een rol speelde in een casus, blijft.' }),
  'no-lines-due': () => ({ what: 'Er zijn geen logregels te vernietigen.', remedy: 'Bekijk de termijn opnieuw: de regels zijn al weg of nog niet oud genoeg.' }),
  'references-confirmed': () => ({ what: 'Van deze verwijzingen is er geen meer te vernietigen: zij zijn bevestigd of staan in een casus.', remedy: 'Bekijk de lijst opnieuw.' }),
  'second-person': () => ({ what: 'Wie iets voorstelt of vraagt, mag er niet zelf over besluiten.', remedy: 'Laat een collega besluiten die er de rol voor heeft.' }),
  'print-unavailable': () => ({ what: 'Op deze computer kan geen PDF worden gemaakt.', remedy: 'De overige bestanden zijn wel gemaakt; druk het Word-document af.' }),
}

/** The sentences for a problem, with its values filled in. */
export function describeProblem(problem: Problem): ProblemText {
  return texts[problem.code](problem.params)
}

/** Both sentences in one line, as the command line prints it; an internal fault carries its number. */
export function problemLine(problem: Problem): string {
  const { what, remedy } = describeProblem(problem)
  return `${what} ${remedy}${problem.id === undefined ? '' : ` (nummer ${problem.id})`}`
}
