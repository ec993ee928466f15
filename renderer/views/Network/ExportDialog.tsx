import { useState } from 'react'
import { Confidentiality, LinkColumn, NodeColumn, type NetworkFormat } from '#shared/model/networkExport.ts'
import { confidentialityLabel, linkColumnLabel, nodeColumnLabel } from '#shared/text/networkColumns.ts'
import { useCommand } from '../../lib/engine.ts'
import { Checkbox } from '../../parts/Checkbox.tsx'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { Select } from '../../parts/Select.tsx'
import { tell } from '../../parts/toasts.tsx'
import { screenLabel } from '../../text/frame.ts'
import { networkText } from '../../text/network.ts'
import { exportText as text } from '../../text/networkExport.ts'
import type { Drawing } from './drawing.ts'
import type { Selection } from './selection.ts'
import { partOfPicture } from './visible.ts'

export type ExportFormat = 'png' | 'svg' | 'pdf' | 'xlsx' | 'csv-nodes' | 'csv-links' | 'graphml' | 'gexf' | 'anx'

const formats: readonly ExportFormat[] = ['png', 'svg', 'pdf', 'xlsx', 'csv-links', 'csv-nodes', 'graphml', 'gexf', 'anx']
const drawn: readonly ExportFormat[] = ['png', 'svg', 'pdf']
const scopes = ['all', 'chosen'] as const
const LONGEST_TITLE = 120

export interface ExportDialogProps {
  drawing: Drawing
  selection: Selection
  initial: ExportFormat
  onClose: () => void
}

/** In which form, how much of it, which columns and how confidential; then where. What stands outside the facts stays out. */
export function ExportDialog({ drawing, selection, initial, onClose }: ExportDialogProps) {
  const [format, setFormat] = useState(initial)
  const [scope, setScope] = useState<(typeof scopes)[number]>('all')
  const [confidentiality, setConfidentiality] = useState<Confidentiality>('confidential')
  const [nodeColumns, setNodeColumns] = useState<readonly NodeColumn[]>(NodeColumn.options)
  const [linkColumns, setLinkColumns] = useState<readonly LinkColumn[]>(LinkColumn.options)
  const [savePicture, picturing] = useCommand('network.picture')
  const [saveData, writing] = useCommand('network.export')
  const hasNodes = format === 'xlsx' || format === 'csv-nodes'
  const hasLinks = format === 'xlsx' || format === 'csv-links'
  const isReady = (!hasNodes || nodeColumns.length > 0) && (!hasLinks || linkColumns.length > 0)
  const problem = picturing.problem ?? writing.problem

  async function save() {
    const extension = format.replace(/-.*/, '')
    const target = await window.shell.chooseSave(`${drawing.title || screenLabel.network}.${extension}`, 'picture')
    if (!target) return
    const title = titled(drawing).slice(0, LONGEST_TITLE)
    const picture = partOfPicture(drawing, scope === 'chosen' ? selection : null)
    const order = { picture, title, confidentiality, target: target.token }
    const reply = isDrawn(format)
      ? await savePicture({ ...order, format })
      : await saveData({ ...order, format: dataFormat(format), table: format === 'csv-nodes' ? 'nodes' : 'links', columns: { nodes: [...nodeColumns], links: [...linkColumns] } })
    if (!reply.ok) return
    onClose()
    tell(networkText.saved(reply.value.file, reply.value.logLine))
  }

  return (
    <FormDialog title={text.dialog} done={text.save} onDo={() => void save()} onClose={onClose} isDisabled={!isReady} problem={problem}>
      <Select label={text.format} options={formats.map((id) => ({ id, label: text.formats[id] }))} value={format} onChange={setFormat} />
      <div className="dialog-pair">
        <Select label={text.scope} options={scopes.map((id) => ({ id, label: text.scopes[id] }))} value={scope} onChange={setScope} isDisabled={selection.size === 0} />
        <Select label={text.confidentiality} options={Confidentiality.options.map((id) => ({ id, label: confidentialityLabel[id] }))} value={confidentiality} onChange={setConfidentiality} />
      </div>
      {hasNodes && <Columns legend={text.nodeColumns} all={NodeColumn.options} labels={nodeColumnLabel} value={nodeColumns} onChange={setNodeColumns} />}
      {hasLinks && <Columns legend={text.linkColumns} all={LinkColumn.options} labels={linkColumnLabel} value={linkColumns} onChange={setLinkColumns} />}
      <p className="small soft">{text.why}</p>
    </FormDialog>
  )
}

interface ColumnsProps<C extends string> {
  legend: string
  all: readonly C[]
  labels: Record<C, string>
  value: readonly C[]
  onChange: (columns: readonly C[]) => void
}

function Columns<C extends string>({ legend, all, labels, value, onChange }: ColumnsProps<C>) {
  return (
    <fieldset className="expand-kinds">
      <legend className="field-label">{legend}</legend>
      {all.map((column) => (
        <Checkbox key={column} isSelected={value.includes(column)} onChange={(isOn) => onChange(all.filter((one) => (one === column ? isOn : value.includes(one))))}>
          {labels[column]}
        </Checkbox>
      ))}
    </fieldset>
  )
}

function isDrawn(format: ExportFormat): format is 'png' | 'svg' | 'pdf' {
  return drawn.includes(format)
}

function dataFormat(format: Exclude<ExportFormat, 'png' | 'svg' | 'pdf'>): NetworkFormat {
  return format === 'csv-nodes' || format === 'csv-links' ? 'csv' : format
}

/** The title with the period that is looked at, so that a picture of some years says so. */
function titled({ title, filter: { from, to } }: Drawing): string {
  return from === null && to === null ? title : networkText.periodTitle(title, `${from ?? ''} – ${to ?? ''}`.trim())
}
