import { expect, test } from '@playwright/test'
import { type Application, startApplication } from './launch.ts'

/**
 * One application for all tests of a file, each of which goes on where the one before it stopped; none may leave an error on the page.
 * @param begin gets the application before the first test
 */
export function inOneSitting(begin: (application: Application) => Promise<void> | void): void {
  let application: Application
  test.beforeAll(async () => {
    application = await startApplication()
    await begin(application)
  })
  test.afterAll(() => application.close())
  test.afterEach(() => expect(application.errors).toEqual([]))
}
