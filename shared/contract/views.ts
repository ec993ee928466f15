import { z } from 'zod'
import { EntityKey } from '../model/entity.ts'
import { LinkFilter, Network } from '../model/network.ts'
import { NetworkView, NetworkViewContent } from '../model/networkView.ts'
import { command, query } from './procedure.ts'

const casework = { roles: ['director', 'analyst'], purpose: true, compartment: 'case' } as const

export const views = {
  /** The saved views of a case with their history. */
  'view.list': query(z.object({ caseId: z.number().int() }), z.array(NetworkView), { ...casework, logs: (input) => ({ action: 'case-view', object: `casus ${input.caseId} beelden` }), reads: ['cases'] }),
  /** One version of a view, the newest when none is named. */
  'view.get': query(z.object({ id: z.number().int(), version: z.number().int().min(1).nullable().default(null) }), NetworkViewContent, {
    ...casework,
    logs: (input) => ({ action: 'case-view', object: `beeld ${input.id}${input.version === null ? '' : ` versie ${input.version}`}` }),
    reads: ['cases'],
  }),
  /** Saves a view under a name; under a name that is there already, as its next version. */
  'view.save': command(
    z.object({ caseId: z.number().int(), name: z.string().trim().min(1).max(80), content: NetworkViewContent }),
    z.object({ id: z.number().int(), version: z.number().int() }),
    { ...casework, logs: (input) => ({ action: 'case-change', object: `casus ${input.caseId} beeld ${input.name}` }), writes: ['cases'] },
  ),
  /** Puts a view aside; it can be brought back. */
  'view.remove': command(z.object({ id: z.number().int() }), z.object({}), {
    ...casework,
    logs: (input) => ({ action: 'case-change', object: `beeld ${input.id} verwijderd` }),
    writes: ['cases'],
  }),
  /** Brings back a view that was removed, with its versions. */
  'view.restore': command(z.object({ id: z.number().int() }), z.object({}), {
    ...casework,
    logs: (input) => ({ action: 'case-change', object: `beeld ${input.id} teruggehaald` }),
    writes: ['cases'],
  }),
  /** What two cases have in common: subjects of both, and entities that are linked to a subject of each. */
  'case.common': query(
    z.object({ first: z.number().int(), second: z.number().int(), filter: LinkFilter }),
    Network.extend({ shared: z.array(EntityKey), between: z.array(EntityKey) }),
    { ...casework, logs: (input) => ({ action: 'case-view', object: `casus ${input.first} en casus ${input.second}` }), reads: ['cases', 'index'] },
  ),
}
