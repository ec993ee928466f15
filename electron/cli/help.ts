import type { Command } from './command.ts'
import { purposeLines } from './purpose.ts'

const call = 'npm run --silent signaal --'

/** What `signaal help` shows. */
export function overview(commands: readonly Command[]): string[] {
  const width = Math.max(...commands.map(({ name }) => name.length))
  return [
    'Signaleringstool Ondermijning, opdrachtregel.',
    '',
    `Gebruik: ${call} OPDRACHT …`,
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    `  ${'help'.padEnd(width)}  Toont dit overzicht; met een opdracht erachter de uitleg daarvan.`,
    '',
    'Bij iedere opdracht kan --json: één JSON-object als laatste regel; en --help: de uitleg ervan.',
    '',
    'Wie iets opzoekt zegt met --doel waarvoor, en waar dat hoort met --zaak voor welke zaak; beide komen in het logboek. Doelen:',
    ...purposeLines(),
    '',
    'De wachtwoordzin komt uit SIGNAAL_WACHTWOORD of wordt gevraagd.',
    'Wie of wat u opzoekt kan - zijn: dan komt het van de standaardinvoer, een regel per -, of wordt het gevraagd. Zo staat het niet in de lijst van processen.',
    'Uitgang: 0 gedaan, 1 niet gelukt (met een zin op stderr), 2 verkeerd gebruikt.',
  ]
}

/** What `signaal help OPDRACHT` shows. */
export function explanation(command: Command): string[] {
  const hasPurpose = command.options.some(([option]) => option.startsWith('--doel '))
  return [usageOf(command), '', command.summary, '', ...optionLines(command.options), ...(hasPurpose ? ['', 'Doelen:', ...purposeLines()] : [])]
}

/** What stands under the sentence on a mistake: short, so that the sentence stays in sight. */
export function reminder(command: Command | undefined): string[] {
  return command ? [usageOf(command), `Uitleg: ${call} help ${command.name}`] : [`Alle opdrachten: ${call} help`]
}

function usageOf({ name, usage }: Command): string {
  return `Gebruik: ${call} ${name} ${usage}`
}

/** The same for programs: one command, or all of them. */
export function helpData(commands: readonly Command[]): Record<string, unknown> {
  const one = ({ name, usage, summary, options }: Command) => ({
    opdracht: name, gebruik: `${call} ${name} ${usage}`, uitleg: summary, opties: options.map(([option, meaning]) => ({ optie: option, uitleg: meaning })),
  })
  return { opdrachten: commands.map(one) }
}

function optionLines(options: Command['options']): string[] {
  const width = Math.max(...options.map(([option]) => option.length))
  return options.map(([option, meaning]) => `  ${option.padEnd(width)}  ${meaning}`)
}
