import { z } from 'zod'
import { ScoreSet, setMark } from '../model/scoreSet.ts'
import { job } from './procedure.ts'

/** How rows with a known address were matched. Precision: right of what was matched; recall: right of what has one right answer. */
const Matching = z.object({
  rows: z.number().int(),
  right: z.number().int(),
  wrong: z.number().int(),
  missed: z.number().int(),
  /** rows without one right answer that were left to a human, as they should be */
  left: z.number().int(),
  precision: z.number(),
  recall: z.number(),
})

/** Pairs of records of one entity: how many of the pairs joined belong together, and how many that belong together were joined. */
const Joining = z.object({ records: z.number().int(), precision: z.number(), recall: z.number() })

export const DemoMeasures = z.object({
  addresses: Matching,
  files: z.array(Matching.extend({ file: z.string(), kind: z.string() })),
  companies: Joining,
  people: Joining,
})
export type DemoMeasures = z.infer<typeof DemoMeasures>

export const demo = {
  /** Fills the open, empty vault with the demo municipality: writes its department files, takes them in, links and scores. */
  'demo.fill': job(
    z.object({ addresses: z.number().int().min(200).max(300_000), seed: z.number().int().min(0) }),
    z.object({ deliveries: z.number().int(), set: ScoreSet.pick({ id: true, resultHash: true }) }),
    {
      roles: ['analyst', 'director', 'admin'],
      purpose: false,
      compartment: 'sources',
      logs: () => ({ action: 'demo-fill' }),
      // the scores it makes stand in the log like any other
      outcome: ({ set }) => setMark(set),
      writes: ['vault', 'sources', 'index', 'scores'],
    },
  ),
  /** Compares what was matched and joined in a demo vault with the truth its generator wrote; `folder` holds that truth. */
  'demo.measure': job(z.object({ folder: z.string() }), DemoMeasures, {
    roles: ['analyst', 'director', 'admin'],
    purpose: false,
    compartment: 'sources',
    logs: () => ({ action: 'demo-measure' }),
    writes: [],
  }),
}
