import { z } from 'zod'

/** What an attention score did: nothing, it was why somebody looked here, or it is among the grounds. */
export const ScorePlayed = z.enum(['none', 'choice', 'grounds'])
export type ScorePlayed = z.infer<typeof ScorePlayed>

const SHORTEST = 20

/** Whether a score played a role, and if so which; then it takes an explanation. */
export const ScoreRole = z
  .object({ played: ScorePlayed, explanation: z.string().trim().max(1000) })
  .refine(({ played, explanation }) => played === 'none' || explanation.length >= SHORTEST, { path: ['explanation'] })
export type ScoreRole = z.infer<typeof ScoreRole>

/** The same as it was recorded. */
export const SaidScoreRole = z.object({ played: ScorePlayed, explanation: z.string(), at: z.string(), by: z.string() })
export type SaidScoreRole = z.infer<typeof SaidScoreRole>
