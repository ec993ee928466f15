import { reasons } from '#shared/text/reasons.ts'
import { readPoint } from '../normalise/coordinates.ts'
import { looksLikeCompany, mortgageeKind, splitPersonName, type PersonName } from '../normalise/partyName.ts'
import { nameWords } from '../normalise/person.ts'
import { Refused, Repaired } from '../normalise/reading.ts'
import type { Value } from '../store/database.ts'
import type { FinishStep } from './addressStep.ts'
import { addressStep } from './addressStep.ts'
import type { Draft } from './draft.ts'
import type { RowPlan } from './rowPlan.ts'

/** What is left to do with a row when all its cells are in, for this kind and mapping; in this order. */
export function finishSteps(plan: RowPlan): FinishStep[] {
  const steps = [addressStep(plan), partyStep(plan), personNameStep(plan), pointStep(plan), mortgageeStep(plan), areaStep(plan), severalObjectsStep(plan), shareStep(plan), thousandsStep(plan)]
  return [...steps.filter((step) => step !== null), ...impliedSteps(plan), ...defaultSteps(plan)]
}

/**
 * A party in one cell is a company or a person: by its number, else by its name. Beside a person with cells of his own it is his name once
 * more, or what he speaks for.
 */
function partyStep(plan: RowPlan): FinishStep | null {
  const party = plan.mapped.find(({ field }) => field.type === 'party')
  if (!party) return null
  const company = plan.slot(party.field.id)
  // the numbers that say that the party is a company stand beside its name: owner_name, owner_kvk, owner_rsin
  const numbers = ['_kvk', '_rsin'].map((kind) => plan.slot(party.field.id.replace(/_name$/, kind)))
  const toPerson = personPutter(plan, party.column, party.field.id)
  const family = plan.slot('family_name')
  const names = [plan.slot('given_names'), plan.slot('initials'), plan.slot('prefix'), family]
  return (draft) => {
    if (draft.party === '') return
    if (numbers.some((slot) => slot >= 0 && draft.has(slot)) || looksLikeCompany(draft.party)) draft.values[company] = draft.party
    else if (!draft.has(family)) toPerson(draft, draft.party)
    else if (!isNameAgain(draft.party, names.flatMap((slot) => wordsOf(draft.values[slot])))) draft.values[company] = draft.party
  }
}

function wordsOf(value: Value | undefined): readonly string[] {
  return typeof value === 'string' ? nameWords(value) : []
}

function isNameAgain(party: string, own: readonly string[]): boolean {
  return nameWords(party).every((word) => word.length === 1 || own.includes(word))
}

function personNameStep(plan: RowPlan): FinishStep | null {
  const column = plan.mapped.find(({ field }) => field.type === 'person-name')
  if (!column) return null
  const toPerson = personPutter(plan, column.column, column.field.id)
  const family = plan.slot('family_name')
  return (draft) => {
    if (draft.personName !== '' && !draft.has(family)) toPerson(draft, draft.personName)
  }
}

/** Splits a name over the columns of a person, leaving what has a cell of its own. */
function personPutter(plan: RowPlan, column: number, field: string): (draft: Draft, text: string) => void {
  const isSplit = plan.mapped.some(({ field: one }) => one.id === 'initials' || one.id === 'given_names' || one.id === 'prefix')
  const slots: [keyof PersonName, number][] = [
    ['givenNames', plan.slot('given_names')], ['initials', plan.slot('initials')], ['prefix', plan.slot('prefix')], ['familyName', plan.slot('family_name')],
  ]
  const family = plan.slot('family_name')
  return (draft, text) => {
    const name = isSplit ? null : splitPersonName(text)
    if (name === null) {
      draft.values[family] = text
      if (!isSplit) draft.ignored(column, field, text, reasons.nameNotSplit)
      return
    }
    for (const [part, slot] of slots) if (!draft.has(slot)) draft.values[slot] = name[part]
  }
}

/** Two coordinates make one point, in RD. */
function pointStep(plan: RowPlan): FinishStep | null {
  const x = plan.slot('x')
  const y = plan.slot('y')
  const column = plan.mapped.find(({ field }) => field.id === 'x')
  if (x < 0 || y < 0 || !column) return null
  return (draft) => {
    const { values } = draft
    const [first, second] = [numberOf(values[x]), numberOf(values[y])]
    if (first === null && second === null) return
    const given = `${first ?? ''} ${second ?? ''}`.trim()
    const reading = first !== null && second !== null ? readPoint(first, second) : new Refused(reasons.notACoordinate)
    if (reading === null || reading instanceof Refused) {
      values[x] = null
      values[y] = null
      if (reading) draft.ignored(column.column, 'x', given, reading.reason)
      return
    }
    const point = reading instanceof Repaired ? reading.value : reading
    values[x] = point.x
    values[y] = point.y
    if (reading instanceof Repaired) draft.repaired(column.column, 'x', given, reading.reason)
  }
}

function numberOf(value: Value | undefined): number | null {
  return typeof value === 'number' ? value : null
}

function mortgageeStep(plan: RowPlan): FinishStep | null {
  const name = plan.slot('mortgagee')
  const kind = plan.slot('mortgagee_kind')
  if (name < 0 || kind < 0) return null
  return (draft) => {
    if (draft.has(name) && !draft.has(kind)) draft.values[kind] = mortgageeKind(String(draft.values[name]))
  }
}

/** A deed over more than one object has one price for all of them. */
function severalObjectsStep(plan: RowPlan): FinishStep | null {
  const count = plan.slot('object_count')
  const covers = plan.slot('price_covers_more')
  if (count < 0 || covers < 0) return null
  return ({ values }) => {
    const objects = numberOf(values[count])
    if (objects !== null && values[covers] === null) values[covers] = objects > 1 ? 1 : 0
  }
}

/** A share in two columns is held to the same as one in a single cell; more than the whole is no share. */
function shareStep(plan: RowPlan): FinishStep | null {
  const [part, whole] = [plan.slot('share_part'), plan.slot('share_whole')]
  const column = plan.mapped.find(({ field }) => field.id === 'share_part')
  if (part < 0 || whole < 0 || !column) return null
  return (draft) => {
    const [numerator, denominator] = [numberOf(draft.values[part]), numberOf(draft.values[whole])]
    if (numerator === null || denominator === null || (numerator > 0 && numerator <= denominator)) return
    draft.values[part] = null
    draft.values[whole] = null
    draft.ignored(column.column, 'share_part', `${numerator}/${denominator}`, reasons.shareTooLarge)
  }
}

/** No dwelling is worth so little on average: Statistics Netherlands writes thousands of euros. */
const LEAST_AVERAGE_WOZ = 10_000

function thousandsStep(plan: RowPlan): FinishStep | null {
  const slot = plan.slot('average_woz')
  const column = plan.mapped.find(({ field }) => field.id === 'average_woz')
  if (slot < 0 || !column) return null
  return (draft) => {
    const value = numberOf(draft.values[slot])
    if (value === null || value === 0 || value >= LEAST_AVERAGE_WOZ) return
    draft.values[slot] = value * 1000
    draft.repaired(column.column, 'average_woz', String(value), reasons.thousands)
  }
}

const levels: Record<string, string> = { BU: 'buurt', WK: 'wijk', GM: 'gemeente' }

/** Level and parent follow from the CBS code: BU00340704 is a buurt in WK003407, which lies in GM0034. */
function areaStep(plan: RowPlan): FinishStep | null {
  if (plan.kind.table !== 'area') return null
  const [code, name, level, parent] = [plan.slot('code'), plan.slot('name'), plan.slot('level'), plan.slot('parent_code')]
  return (draft) => {
    const { values } = draft
    const text = String(values[code] ?? '')
    values[level] = levels[text.slice(0, 2)] ?? String(values[level] ?? '')
    if (!draft.has(name)) values[name] = text
    if (draft.has(parent)) return
    if (text.startsWith('BU')) values[parent] = `WK${text.slice(2, 8)}`
    else if (text.startsWith('WK')) values[parent] = `GM${text.slice(2, 6)}`
  }
}

function impliedSteps(plan: RowPlan): FinishStep[] {
  return plan.kind.implies.map(({ field, is, then, value }) => {
    const from = plan.slot(field)
    const to = plan.slot(then)
    return (draft) => {
      if (!draft.has(to) && is.includes(String(draft.values[from]))) draft.values[to] = value
    }
  })
}

/** What stands where the delivery says nothing: the supplier as department, the fallback of a list, the version of the SBI. */
function defaultSteps(plan: RowPlan): FinishStep[] {
  const steps: FinishStep[] = []
  const fill = (column: string, value: string) => {
    const slot = plan.slot(column)
    if (slot < 0) return
    steps.push((draft) => {
      if (!draft.has(slot)) draft.values[slot] = value
    })
  }
  if (plan.kind.supplierField !== undefined) fill(plan.kind.supplierField, plan.supplier)
  for (const field of plan.kind.fields) if (field.otherwise !== undefined && field.id !== 'legal_form' && field.id !== 'real_right') fill(field.id, field.otherwise)
  const [sbi, version] = [plan.slot('sbi'), plan.slot('sbi_version')]
  if (sbi >= 0 && version >= 0 && plan.sbiVersion !== '') {
    steps.push((draft) => {
      if (draft.has(sbi) && !draft.has(version)) draft.values[version] = plan.sbiVersion
    })
  }
  return steps
}
