import { ArrowLeft } from 'lucide-react'
import type { ScreenName } from '../lib/routes.ts'
import { useSession } from '../lib/session.tsx'
import { Button } from './Button.tsx'

/** From one thing to the screen that lists them. */
export function BackButton({ screen, label }: { screen: ScreenName; label: string }) {
  const { go } = useSession()
  return (
    <Button variant="quiet" icon={ArrowLeft} onPress={() => go({ screen, subject: '' })}>
      {label}
    </Button>
  )
}
