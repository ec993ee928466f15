import { useState } from 'react'
import type { KindSummary, SheetChoice, TextReading } from '#shared/model/source.ts'
import { formatDate } from '#shared/text/format.ts'
import { useAnswer } from '../../lib/engine.ts'
import { Card } from '../../parts/Card.tsx'
import { Checkbox } from '../../parts/Checkbox.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Select } from '../../parts/Select.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { sourcesText } from '../../text/sources.ts'
import { FollowUp } from './FollowUp.tsx'
import { changeSheet, inspect, type SheetDraft } from './intake.ts'
import { MappingTable } from './MappingTable.tsx'
import { TextSettings } from './TextSettings.tsx'

const text = sourcesText.sheet

export interface SheetPanelProps {
  token: string
  sheet: SheetDraft
  /** how a text file was read; null for other files */
  text: TextReading | null
  /** the file has no other sheet */
  isOnly: boolean
}

/** How one sheet is to be read, for the user to put right. */
export function SheetPanel({ token, sheet, text: reading, isOnly }: SheetPanelProps) {
  const kinds = useAnswer('sources.kinds', {}).value ?? []
  const kind = kinds.find(({ id }) => id === sheet.mapping?.kind)
  const { view, mapping } = sheet
  if (view.rows === 0) return <Remarks lines={view.remarks} />
  return (
    <div className="sources-sheet">
      {!isOnly && (
        <Checkbox isSelected={sheet.isTaken} isDisabled={!mapping} onChange={(isTaken) => changeSheet(token, view.name, { isTaken })}>
          {text.take}
        </Checkbox>
      )}
      <Settings token={token} sheet={sheet} kinds={kinds} reading={reading} />
      {mapping && <FollowUp token={token} mapping={mapping} />}
      {kind && <p className="soft small">{kind.explanation}</p>}
      {!mapping && <Notice>{view.doubt.length > 0 ? text.doubt(view.doubt) : text.unknown}</Notice>}
      <Remarks lines={view.remarks} />
      {view.missing.length > 0 && <Notice>{text.missing(view.missing)}</Notice>}
      {mapping && kind && (
        <Card title={sourcesText.mapping.title} aside={sourcesText.mapping.taken(mapping.columns.filter(({ field }) => field !== null).length, mapping.columns.length)} isFlush>
          <MappingTable token={token} sheet={sheet} mapping={mapping} kind={kind} />
        </Card>
      )}
    </div>
  )
}

function Remarks({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <ul className="sources-remarks soft small">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

function Settings({ token, sheet, kinds, reading }: { token: string; sheet: SheetDraft; kinds: readonly KindSummary[]; reading: TextReading | null }) {
  const { view, mapping } = sheet
  const inspectAs = (choice: Omit<SheetChoice, 'sheet'>) => void inspect(token, [{ sheet: view.name, text: reading ?? undefined, ...choice }])
  const again = (kind: string | null, headerRow: number | null) => inspectAs({ kind, headerRow })
  const joinRows = (isDoubleHeader: boolean) =>
    inspectAs({ kind: mapping?.kind ?? null, headerRow: mapping?.headerRow ?? null, isDoubleHeader })
  return (
    <div className="sources-settings">
      <Select
        label={text.kind}
        placeholder={text.noKind}
        options={kinds.map(({ id, label }) => ({ id, label }))}
        value={mapping?.kind ?? null}
        onChange={(kind) => again(kind, mapping?.headerRow ?? null)}
      />
      {mapping && <HeaderRow key={`kop ${mapping.headerRow}`} value={mapping.headerRow} onChange={(row) => again(mapping.kind, row)} />}
      {mapping && mapping.headerRow > 1 && (
        <Checkbox isSelected={view.isDoubleHeader} onChange={joinRows}>
          {text.doubleHeader}
        </Checkbox>
      )}
      {mapping && (
        <TextField
          label={text.supplier}
          value={mapping.supplier}
          maxLength={80}
          onChange={(supplier) => changeSheet(token, view.name, { mapping: { supplier, follows: supplier === view.proposal?.supplier ? view.proposal.follows : null } })}
          error={mapping.supplier.trim() === '' ? text.supplierError : undefined}
        />
      )}
      {reading && <TextSettings reading={reading} onChange={(next) => inspectAs({ kind: sheet.saidKind, headerRow: null, text: next })} />}
      {mapping && view.garbled > 0 && (
        <Checkbox isSelected={mapping.keepsGarbled !== true} onChange={(mends) => changeSheet(token, view.name, { mapping: { keepsGarbled: !mends } })}>
          {text.mend}
        </Checkbox>
      )}
      {mapping && <ReferenceDate value={mapping.referenceDate} onChange={(referenceDate) => changeSheet(token, view.name, { mapping: { referenceDate } })} />}
    </div>
  )
}

/** Asked for again only when the field is left, because the whole file is looked at anew. */
function HeaderRow({ value, onChange }: { value: number; onChange: (row: number) => void }) {
  const [typed, setTyped] = useState(String(value))
  const isRow = /^[1-9]\d{0,4}$/.test(typed)
  const settle = () => {
    if (isRow && Number(typed) !== value) onChange(Number(typed))
  }
  return (
    <TextField
      label={text.headerRow}
      value={typed}
      inputMode="numeric"
      onChange={setTyped}
      onBlur={settle}
      onKeyDown={(event) => event.key === 'Enter' && settle()}
      error={isRow ? undefined : text.headerRowError}
    />
  )
}

function ReferenceDate({ value, onChange }: { value: string | null; onChange: (date: string | null) => void }) {
  const [typed, setTyped] = useState(value === null ? '' : formatDate(value))
  const isDate = typed.trim() === '' || isoOf(typed) !== null
  const type = (next: string) => {
    setTyped(next)
    if (next.trim() === '') onChange(null)
    else if (isoOf(next) !== null) onChange(isoOf(next))
  }
  return <TextField label={text.referenceDate} value={typed} placeholder={text.referenceDateHelp} onChange={type} error={isDate ? undefined : text.referenceDateError} />
}

/** `1-5-2026` → `2026-05-01`; null when it is no day. */
function isoOf(typed: string): string | null {
  const found = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(typed.trim())
  if (!found) return null
  const [, day = '', month = '', year = ''] = found
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null
}
