import type { Application } from './launch.ts'

/** One picture of the application; each goes on from where the one before it left the window. */
export interface Scene {
  /** the file name, without extension */
  name: string
  show(application: Application): Promise<void>
}

export const scenes: readonly Scene[] = [
  {
    name: 'ontgrendelen',
    show: async ({ page }) => page.getByRole('main').waitFor(),
  },
]
