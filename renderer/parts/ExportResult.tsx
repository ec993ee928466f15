import { FolderSearch } from 'lucide-react'
import type { GrantedFile } from '#shared/contract/bridge.ts'
import type { CaseExport } from '#shared/contract/dossier.ts'
import { formatBytes, formatNumber } from '#shared/text/format.ts'
import { exportFormatLabel } from '#shared/text/terms.ts'
import { partsText } from '../text/parts.ts'
import { Button } from './Button.tsx'
import { Notice } from './Notice.tsx'
import './ExportResult.css'

const text = partsText.exported

/** What an export wrote, what it could not make and why, and the way to the folder. */
export function ExportResult({ made, folder }: { made: CaseExport; folder: GrantedFile }) {
  return (
    <div className="exported" role="status">
      <p>{text.done(folder.name, formatNumber(made.logLine))}</p>
      <ul className="exported-files">
        {made.files.map(({ format, name, bytes }) => (
          <li key={name}>
            <span>{name}</span>
            <span className="soft">{exportFormatLabel[format]}</span>
            <span className="soft numeric">{formatBytes(bytes)}</span>
          </li>
        ))}
      </ul>
      {made.skipped.length > 0 && (
        <Notice title={text.skipped}>
          {made.skipped.map(({ format, reason }) => (
            <p key={format}>{reason}</p>
          ))}
        </Notice>
      )}
      <div>
        <Button icon={FolderSearch} onPress={() => window.shell.reveal(folder.token)}>
          {text.reveal}
        </Button>
      </div>
    </div>
  )
}
