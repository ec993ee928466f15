import { build, isBuildStale } from '../../scripts/setup/build.ts'

/** What is measured in the window is the application as its sources are now. @throws when it cannot be built */
export async function ensureBuilt(): Promise<void> {
  if (isBuildStale() && (await build()).code !== 0) throw new Error('the application could not be built')
}
