import { z } from 'zod'
import { roles } from './roles.ts'

export const Role = z.enum(roles)
/** What somebody is given; a role named twice is given once. */
export const GivenRoles = z.array(Role).min(1).max(roles.length).overwrite((given) => [...new Set(given)])
export type Role = z.infer<typeof Role>

/**
 * What part of the vault a procedure opens.
 * - `open`: nothing about addresses, companies or persons (status, texts)
 * - `sources`: deliveries and their rows
 * - `index`: hit/no-hit, register facts, links, aggregated scores
 * - `person`: looking up one person, by name, number or link; opened beside `index`, and only under a purpose with a case number
 * - `triage`: signals that are weighed, each with its own content
 * - `case`: contents of signals and case files
 * - `bibob`: Bibob dossiers, walled off from everyone else
 * - `accountability`: the log and its verification
 */
export const Compartment = z.enum(['open', 'sources', 'index', 'person', 'triage', 'case', 'bibob', 'accountability'])
export type Compartment = z.infer<typeof Compartment>

/** Who may enter a compartment at all; a procedure can only narrow this, never widen it (a test guards that). */
export const compartmentRoles: Record<Compartment, readonly Role[]> = {
  open: Role.options,
  sources: ['director', 'analyst', 'admin'],
  index: ['director', 'analyst', 'bibobOfficer', 'privacyOfficer', 'reader'],
  person: ['director', 'analyst', 'bibobOfficer', 'privacyOfficer'],
  triage: ['director', 'analyst'],
  case: ['director', 'analyst'],
  bibob: ['bibobOfficer'],
  accountability: ['director', 'admin', 'privacyOfficer'],
}

/** An operating system lets in who types `JANSEN` for `jansen`: to it, and so to the vault, they are one. */
export function isSameAccount(one: string, other: string): boolean {
  return folded(one) === folded(other)
}

function folded(account: string): string {
  return account.normalize('NFC').toLowerCase()
}

/** The person at the keyboard, as the vault knows him: the account of the operating system, never a shared name. */
export const Actor = z.object({
  account: z.string(),
  name: z.string(),
  roles: z.array(Role),
})
export type Actor = z.infer<typeof Actor>

/** The reason for looking, chosen once and carried into the log and every export (doel + zaaknummer). */
export const Purpose = z.object({
  id: z.string(),
  label: z.string(),
  ground: z.string(),
  /** what may be opened under this purpose; anything else asks for another purpose first */
  compartments: z.array(Compartment),
  caseNumber: z.string().trim().max(40),
})
export type Purpose = z.infer<typeof Purpose>
