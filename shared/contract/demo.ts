import { z } from 'zod'
import { job } from './procedure.ts'

export const demo = {
  /** Fills the open, empty vault with the demo municipality: writes its department files, takes them in, links and scores. */
  'demo.fill': job(
    z.object({ addresses: z.number().int().min(200).max(300_000), seed: z.number().int().min(0) }),
    z.object({ deliveries: z.number().int() }),
    {
      roles: ['analyst', 'director', 'admin'],
      purpose: false,
      compartment: 'sources',
      logs: () => ({ action: 'demo-fill' }),
      writes: ['vault', 'sources', 'index', 'scores'],
    },
  ),
}
