import type { ScorePlayed, ScoreRole } from '../model/scoreRole.ts'

/** What a score did, as papers, log and window say it. */
export const scorePlayedLabel: Readonly<Record<ScorePlayed, string>> = {
  none: 'een aandachtscore speelde geen rol',
  choice: 'een aandachtscore speelde mee bij de keuze om hier te kijken',
  grounds: 'een aandachtscore is meegewogen in de onderbouwing',
}

/** For a line of the log; nothing where nothing was said. */
export function scoreRoleWords(role: ScoreRole | null): string {
  return role === null ? '' : `; ${scorePlayedLabel[role.played]}`
}
