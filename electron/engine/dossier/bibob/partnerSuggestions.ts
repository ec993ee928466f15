import type { PartnerGround, PartnerSuggestion } from '#shared/model/businessPartnership.ts'
import type { EntityKey } from '#shared/model/entity.ts'
import { stepsBehind, stepsBelow, type Step } from '../../ownership/index.ts'
import type { Reader } from '../../store/database.ts'
import { sourceRef } from '../../store/provenance.ts'
import { nameAll } from '../entityNames.ts'
import { landlordPaths, lenderPaths } from './premises.ts'

/** At an address with more others than this everybody has it in common with everybody. */
const CROWDED = 25

interface Common {
  partner: EntityKey
  ground: PartnerGround
  /** the address or person in common */
  through: EntityKey | null
  recordId: number
}

/**
 * Whom an applicant has something in common with that may be worth a look: an address, a director, a loan, rented premises. Nothing is
 * weighed or counted up: whether there is a zakelijk samenwerkingsverband a human judges.
 */
export function suggestPartners(reader: Reader, applicant: EntityKey, except: ReadonlySet<EntityKey>): PartnerSuggestion[] {
  const found = [...atSameAddress(reader, applicant), ...underSameDirector(reader, applicant), ...throughDeeds(reader, applicant)]
  const common = found.filter(({ partner }) => partner !== applicant && !except.has(partner))
  const names = nameAll(reader, common.flatMap(({ partner, through }) => (through === null ? [partner] : [partner, through])))
  const byPartner = Map.groupBy(common, ({ partner }) => partner)
  return [...byPartner]
    .flatMap(([partner, grounds]): PartnerSuggestion[] => {
      const named = names.get(partner)
      if (!named) return []
      const told = grounds.map(({ ground, through, recordId }) => ({ ground, through: (through === null ? undefined : names.get(through)?.label) ?? '', source: sourceRef(reader, recordId) }))
      return [{ partner, label: named.label, detail: named.detail, grounds: told }]
    })
    .sort((a, b) => a.label.localeCompare(b.label, 'nl') || (a.partner < b.partner ? -1 : 1))
}

function atSameAddress(reader: Reader, applicant: EntityKey): Common[] {
  return keysOf(stepsBelow(reader, applicant, ['established-at'])).flatMap((address) => {
    const others = stepsBehind(reader, address, ['established-at']).filter(({ key }) => key !== applicant)
    return others.length > CROWDED ? [] : toCommon(others, 'address', address)
  })
}

function underSameDirector(reader: Reader, applicant: EntityKey): Common[] {
  return keysOf(stepsBehind(reader, applicant, ['director'])).flatMap((director) => toCommon(stepsBelow(reader, director, ['director']), 'director', director))
}

function throughDeeds(reader: Reader, applicant: EntityKey): Common[] {
  const ends = (paths: Step[][]): Step[] => paths.flatMap((path) => path.at(-1) ?? [])
  return [...toCommon(ends(landlordPaths(reader, applicant)), 'rent', null), ...toCommon(ends(lenderPaths(reader, applicant)), 'loan', null)]
}

function keysOf(steps: readonly Step[]): EntityKey[] {
  return [...new Set(steps.flatMap(({ key }) => key ?? []))]
}

function toCommon(steps: readonly Step[], ground: PartnerGround, through: EntityKey | null): Common[] {
  return steps.flatMap(({ key, recordId }) => (key === null ? [] : [{ partner: key, ground, through, recordId }]))
}
