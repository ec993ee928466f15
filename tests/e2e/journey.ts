import { test as base } from '@playwright/test'
import { type Application, startApplication } from './launch.ts'

export { expect } from '@playwright/test'

/** A test with an application of its own, started before it and closed after it. */
export const test = base.extend<{ application: Application }>({
  application: async ({}, use) => {
    const application = await startApplication()
    await use(application)
    await application.close()
  },
})
