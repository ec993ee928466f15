import type { ScorePlayed } from '#shared/model/scoreRole.ts'

export const scoreRoleText = {
  label: 'Speelde een aandachtscore een rol?',
  why: 'Speelde een risicoselectie mee vóór een besluit, dan moet dat uiterlijk in het besluit bekend worden gemaakt. Uw antwoord komt in de stukken en in het logboek.',
  missing: 'Kies een antwoord.',
  explanation: 'Toelichting',
  explanationHelp: 'Welke score, van welk gebied of welke branche, en wat er nog meer bekend was.',
  explanationMissing: 'Schrijf ten minste 20 tekens.',
  played: { none: 'Nee', choice: 'Ja, bij de keuze om hier te kijken', grounds: 'Ja, in de onderbouwing' } satisfies Record<ScorePlayed, string>,
  property: 'Rol van scores',
  unsaid: 'nog niet vastgelegd',
} as const
