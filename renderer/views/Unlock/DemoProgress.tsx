import { useJob } from '../../lib/engine.ts'
import { isSettingUp } from '../../lib/setup.ts'
import { useStore } from '../../lib/store.ts'
import { Button } from '../../parts/Button.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { ProgressBar } from '../../parts/ProgressBar.tsx'
import { unlockText } from '../../text/unlock.ts'
import { demoAddresses, fillDemo } from './demoFill.ts'

const text = unlockText.demo

export function DemoProgress() {
  const job = useJob('demo.fill')
  const addresses = useStore(demoAddresses)
  return (
    <section className="unlock-form" aria-label={text.busy}>
      <h2>{text.busy}</h2>
      {job.problem ? (
        <>
          <p>{text.failed}</p>
          <ProblemNotice problem={job.problem} />
          <div className="unlock-foot">
            <Button onPress={() => isSettingUp.set(false)}>{text.goOn}</Button>
            <Button variant="primary" onPress={() => void fillDemo(addresses)}>
              {text.again}
            </Button>
          </div>
        </>
      ) : (
        <>
          <p className="soft">{text.busyWhy}</p>
          <ProgressBar progress={job.progress} onCancel={job.cancel} />
        </>
      )}
    </section>
  )
}
