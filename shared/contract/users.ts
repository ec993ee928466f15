import { z } from 'zod'
import { Actor, GivenRoles } from '../model/access.ts'
import { formatCount } from '../text/format.ts'
import { roleLabel } from '../text/terms.ts'
import { command, query } from './procedure.ts'

/** Somebody the vault knows, and since when he has these roles. */
export const UserAccount = Actor.extend({ since: z.string() })
export type UserAccount = z.infer<typeof UserAccount>

/** That somebody went through who may do what, and what came of it. */
export const RightsReview = z.object({ at: z.string(), by: z.string(), users: z.number().int(), outcome: z.string() })
export type RightsReview = z.infer<typeof RightsReview>

const RightsReviewed = z.object({
  last: RightsReview.nullable(),
  /** a quarter went by since */
  isDue: z.boolean(),
})

export const users = {
  /** Who may do what in this vault; for the periodic review of rights. */
  'user.list': query(z.object({}), z.array(UserAccount), {
    roles: ['director', 'admin', 'privacyOfficer'],
    purpose: false,
    compartment: 'accountability',
    logs: () => ({ action: 'user-view' }),
    reads: ['users'],
  }),
  /** Gives somebody else the roles he has from his next opening on; what he was before is gone. */
  'user.set': command(z.object({ account: z.string().trim().min(1).max(120), name: z.string().trim().min(1).max(80), roles: GivenRoles }), z.null(), {
    roles: ['admin'],
    purpose: false,
    compartment: 'accountability',
    logs: ({ account, roles }) => ({ action: 'user-change', object: `${account}: ${roles.map((role) => roleLabel[role]).join(', ')}` }),
    writes: ['users'],
  }),
  /** When the rights were gone through last; they are each quarter. */
  'user.reviewed': query(z.object({}), RightsReviewed, { roles: ['director', 'admin', 'privacyOfficer'], purpose: false, compartment: 'accountability', logs: null, reads: ['users'] }),
  /** Who hands roles out does not go through them himself. */
  'user.review': command(z.object({ outcome: z.string().trim().min(10).max(400) }), RightsReviewed, {
    roles: ['director', 'privacyOfficer'],
    purpose: false,
    compartment: 'accountability',
    logs: () => ({ action: 'user-review' }),
    outcome: ({ last }) => formatCount(last?.users ?? 0, 'gebruiker', 'gebruikers'),
    writes: ['users'],
  }),
}
