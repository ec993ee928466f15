import { AxeBuilder } from '@axe-core/playwright'
import { type Page, expect } from '@playwright/test'

/** What stands in the window passes WCAG 2.1 A and AA as far as a machine can tell. */
export async function expectAccessible(page: Page): Promise<void> {
  // the window admits no second page, so everything is done in this one
  // react-aria's announcer keeps for a while what it has read out, also when what it named is gone
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).exclude('[data-live-announcer]').analyze()
  expect.soft(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`), page.url()).toEqual([])
}
