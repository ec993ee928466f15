import { LinkKind } from '#shared/model/entity.ts'
import type { LinkFilter } from '#shared/model/network.ts'
import { linkKindNoun } from '#shared/text/terms.ts'
import { Checkbox } from '../../parts/Checkbox.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { networkText } from '../../text/network.ts'

const text = networkText.path

/** What a way may go over, as it is filled in. */
export interface Conditions {
  kinds: readonly LinkKind[]
  from: string
  to: string
  onlyOpen: boolean
  onlyConfirmed: boolean
  avoidsHubs: boolean
  inTimeOrder: boolean
}

export const noConditions: Conditions = { kinds: LinkKind.options, from: '', to: '', onlyOpen: false, onlyConfirmed: false, avoidsHubs: false, inTimeOrder: false }

/** Whether the years are years and something may be followed. */
export function areRight({ from, to, kinds }: Conditions): boolean {
  return kinds.length > 0 && [from, to].every((year) => year === '' || /^\d{4}$/.test(year))
}

export function filterOf({ kinds, from, to, onlyOpen, onlyConfirmed }: Conditions): LinkFilter {
  return {
    ...(kinds.length === LinkKind.options.length ? {} : { kinds: [...kinds] }),
    ...(from === '' ? {} : { from }),
    ...(to === '' ? {} : { to }),
    ...(onlyOpen ? { sources: 'open' as const } : {}),
    ...(onlyConfirmed ? { strengths: ['confirmed' as const] } : {}),
  }
}

/** Kinds, years and sources a way must keep to. @param hasOrder whether the order in time can be asked for */
export function PathConditions({ value, onChange, hasOrder }: { value: Conditions; onChange: (value: Conditions) => void; hasOrder: boolean }) {
  const toggle = (kind: LinkKind, isOn: boolean) => onChange({ ...value, kinds: LinkKind.options.filter((one) => (one === kind ? isOn : value.kinds.includes(one))) })
  return (
    <>
      <div className="dialog-pair">
        <TextField label={text.from2} value={value.from} onChange={(from) => onChange({ ...value, from })} inputMode="numeric" maxLength={4} error={areRight({ ...value, kinds: LinkKind.options }) ? undefined : networkText.expand.year} />
        <TextField label={text.to2} value={value.to} onChange={(to) => onChange({ ...value, to })} inputMode="numeric" maxLength={4} />
      </div>
      <fieldset className="expand-kinds">
        <legend className="field-label">{text.conditions}</legend>
        {hasOrder && <Checkbox isSelected={value.inTimeOrder} onChange={(inTimeOrder) => onChange({ ...value, inTimeOrder })}>{text.inTimeOrder}</Checkbox>}
        <Checkbox isSelected={value.onlyOpen} onChange={(onlyOpen) => onChange({ ...value, onlyOpen })}>{text.openSources}</Checkbox>
        <Checkbox isSelected={value.onlyConfirmed} onChange={(onlyConfirmed) => onChange({ ...value, onlyConfirmed })}>{text.confirmed}</Checkbox>
        <Checkbox isSelected={value.avoidsHubs} onChange={(avoidsHubs) => onChange({ ...value, avoidsHubs })}>{text.avoidHubs}</Checkbox>
      </fieldset>
      <fieldset className="expand-kinds">
        <legend className="field-label">{text.kinds}</legend>
        {LinkKind.options.map((kind) => (
          <Checkbox key={kind} isSelected={value.kinds.includes(kind)} onChange={(isOn) => toggle(kind, isOn)}>
            {linkKindNoun[kind]}
          </Checkbox>
        ))}
      </fieldset>
    </>
  )
}
