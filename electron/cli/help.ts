import { sharedOptions, type Command } from './command.ts'

/** What `signaal help` shows. */
export function overview(commands: readonly Command[]): string[] {
  const width = Math.max(...commands.map(({ name }) => name.length))
  return [
    'Signaleringstool Ondermijning, opdrachtregel.',
    '',
    'Gebruik: npm run --silent signaal -- OPDRACHT …',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    `  ${'help'.padEnd(width)}  Toont dit overzicht; met een opdracht erachter de uitleg daarvan.`,
    '',
    'Opties bij iedere opdracht op een kluis:',
    ...optionLines(sharedOptions),
    '',
    'De wachtwoordzin komt uit SIGNAAL_WACHTWOORD of wordt gevraagd.',
    'Uitgang: 0 gedaan, 1 niet gelukt (met een zin op stderr), 2 verkeerd gebruikt.',
  ]
}

/** What `signaal help OPDRACHT` shows. */
export function explanation({ name, usage, summary, options }: Command): string[] {
  return [`Gebruik: npm run --silent signaal -- ${name} ${usage}`, '', summary, '', ...optionLines(options)]
}

function optionLines(options: Command['options']): string[] {
  const width = Math.max(...options.map(([option]) => option.length))
  return options.map(([option, meaning]) => `  ${option.padEnd(width)}  ${meaning}`)
}
