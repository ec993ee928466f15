import { useJob } from '../lib/engine.ts'
import { partsText } from '../text/parts.ts'
import { Notice } from './Notice.tsx'

/** What linking recognised in the rows and left out; nothing when it met nothing odd. */
export function LinkRemarks() {
  const remarks = useJob('link.run').value?.remarks ?? []
  if (remarks.length === 0) return null
  return (
    <Notice title={partsText.linkRemarks}>
      <ul className="notice-list">
        {remarks.map((remark) => (
          <li key={remark}>{remark}</li>
        ))}
      </ul>
    </Notice>
  )
}
