import type { LogVerification } from '#shared/contract/audit.ts'
import { headSentence } from '#shared/text/logHead.ts'
import { accountabilityText } from '../../text/accountability.ts'

const text = accountabilityText.verification

/** What walking the whole chain brought out. */
export function Verification({ value }: { value: LogVerification }) {
  if (value.intact) {
    return (
      <div className="notice log-fine" role="status">
        <p>{text.fine(value.lines)}</p>
        {value.head && <p>{headSentence(value.head)}</p>}
        {value.clockBackAt !== null && <p>{text.clockBack(value.clockBackAt)}</p>}
        <p className="small">
          {text.last}: <span className="log-hash">{value.lastHash}</span>
        </p>
        <p className="small">{text.keep}</p>
      </div>
    )
  }
  return (
    <div className="notice notice-problem" role="alert">
      {value.brokenAt !== null && <p className="notice-what">{text.brokenAt(value.brokenAt)}</p>}
      {!value.isHeadSound && <p className="notice-what">{text.headUnsound}</p>}
      {value.anchor !== 'equal' && <p className="notice-what">{text.anchors[value.anchor]}</p>}
      {value.clockBackAt !== null && <p>{text.clockBack(value.clockBackAt)}</p>}
      <p>{text.doNot}</p>
    </div>
  )
}
