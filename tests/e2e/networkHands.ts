import { type Locator, type Page, expect } from '@playwright/test'

/** Hands on the network: keys, mouse and dialogs as an analyst uses them. */
export class NetworkHands {
  /** the picture, as the keyboard meets it */
  readonly stage: Locator
  /** what is said of the choice */
  readonly told: Locator
  readonly page: Page

  constructor(page: Page) {
    this.page = page
    this.stage = page.getByRole('listbox', { name: /Netwerkbeeld/ })
    this.told = this.stage.getByRole('option')
  }

  /** One key, or combination, after the other. */
  async press(...keys: string[]): Promise<void> {
    for (const one of keys) await this.page.keyboard.press(one)
  }

  /** Puts what has this KVK number and what it is linked to on an empty table, which makes so many nodes. */
  async begin(kvk: string, count: number): Promise<void> {
    await this.page.getByLabel(/Adres, postcode, bedrijfsnaam/).fill(kvk)
    await this.page.getByRole('listbox', { name: 'Gevonden' }).getByRole('option').first().click()
    await this.expectNodes(count)
    await this.stage.focus()
  }

  /** How many nodes are in sight: `12 knopen · 14 verbindingen`. */
  async nodes(): Promise<number> {
    const [words = ''] = (await this.page.getByRole('status').filter({ hasText: /kno(?:op|pen) ·/ }).innerText()).split('·')
    return Number(words.replace(/\D/g, ''))
  }

  async expectNodes(count: number): Promise<void> {
    await expect.poll(() => this.nodes()).toBe(count)
  }

  /** Where the picture stands within the window. */
  async frame(): Promise<{ x: number; y: number; width: number; height: number }> {
    const box = await this.page.locator('.network-stage').boundingBox()
    if (!box) throw new Error('no picture')
    return box
  }

  /** Goes to a node, which then is chosen and stands in the middle. */
  async find(label: string): Promise<{ x: number; y: number }> {
    await this.stage.focus()
    await this.press('Control+f')
    await this.page.getByRole('textbox', { name: 'Zoek in het beeld' }).fill(label)
    await this.press('Enter', 'Escape')
    await this.stage.focus()
    await expect(this.told).toHaveText(new RegExp(`^${label}`))
    const { x, y, width, height } = await this.frame()
    return { x: x + width / 2, y: y + height / 2 }
  }

  /** Where the node that is chosen stands in the window: there its menu opens. */
  async placeOfChosen(): Promise<{ x: number; y: number } | null> {
    await this.stage.focus()
    await this.press('Shift+F10')
    const menu = this.page.getByRole('menu')
    await expect(menu).toBeVisible()
    const place = await menu.boundingBox()
    await this.press('Escape')
    await expect(menu).toBeHidden()
    return place
  }

  async choose(menu: 'Meer' | 'Schikken', item: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name: menu, exact: true }).click()
    await this.page.getByRole('menuitem', { name: item }).click()
  }

  async view(name: 'Beeld' | 'Tabel' | 'Tijd' | 'Kaart'): Promise<void> {
    await this.page.getByRole('radio', { name, exact: true }).click()
  }

  dialog(name: string | RegExp): Locator {
    return this.page.getByRole('dialog', { name })
  }

  async cancel(name: string): Promise<void> {
    await this.dialog(name).getByRole('button', { name: 'Annuleren' }).click()
  }

  /** Expands everything by four steps, to at most so many nodes. */
  async expandTo(most: string): Promise<void> {
    await this.stage.focus()
    await this.press('Control+a', 'Shift+e')
    const asked = this.dialog('Uitbreiden met voorwaarden')
    await asked.getByRole('button', { name: /Aantal stappen/ }).click()
    await this.page.getByRole('option', { name: '4 stappen' }).click()
    await asked.getByRole('button', { name: /Ten hoogste/ }).click()
    await this.page.getByRole('option', { name: `${most} knopen`, exact: true }).click()
    await asked.getByRole('button', { name: 'Uitbreiden', exact: true }).click()
  }

  /** Draws a line through points of the picture, given as shares of its width and height. */
  async draw(points: readonly (readonly [number, number])[], held: 'Shift' | 'Control'): Promise<void> {
    const { x, y, width, height } = await this.frame()
    const [first = [0, 0] as const, ...rest] = points.map(([across, down]) => [x + across * width, y + down * height] as const)
    await this.page.keyboard.down(held)
    await this.page.mouse.move(...first)
    await this.page.mouse.down()
    for (const point of rest) await this.page.mouse.move(...point, { steps: 3 })
    await this.page.mouse.up()
    await this.page.keyboard.up(held)
  }

  /** All of it. What was just drawn is drawn anew from its parts at the next look, a hair otherwise: so it is looked at again. */
  async wholePicture(): Promise<Buffer> {
    for (const key of ['f', '+']) {
      await this.press(key)
      await this.atRest()
    }
    await this.press('-')
    return this.atRest()
  }

  /** Brings so many nodes in sight. The largest picture is looked at as a draft: it can be worked with while it is refined. */
  async showWith(size: '100' | '500' | '2.000'): Promise<void> {
    await this.expandTo(size)
    await this.expectNodes(Number(size.replace('.', '')))
    if (size !== '2.000') await expect(this.page.getByText('Het beeld wordt nog verfijnd; u kunt al verder.')).toBeHidden()
    await this.stage.focus()
    await this.press('Escape', 'f')
  }

  /** Dialogs of more than sixty elements each, and menus, go when they are closed, as soon as the last that looked at them lets go. */
  async expectNothingLeftOfDialogs(): Promise<void> {
    await this.#passDialogs(3)
    const before = await this.#elements()
    await this.#passDialogs(5)
    await expect.poll(async () => (await this.#elements()) - before).toBeLessThan(50)
  }

  async #passDialogs(rounds: number): Promise<void> {
    for (let round = 0; round < rounds; round += 1) {
      await this.stage.focus()
      await this.press('Control+a', 'Shift+e')
      await this.cancel('Uitbreiden met voorwaarden')
      await expect(this.dialog('Uitbreiden met voorwaarden')).toBeHidden()
      await this.page.getByRole('button', { name: 'Meer', exact: true }).click()
      await expect(this.page.getByRole('menu')).toBeVisible()
      await this.press('Escape')
      await expect(this.page.getByRole('menu')).toBeHidden()
    }
  }

  /** How many elements the page holds, in sight or not, once it gave back what nothing holds on to. */
  async #elements(): Promise<number> {
    const inspector = await this.page.context().newCDPSession(this.page)
    await inspector.send('HeapProfiler.collectGarbage')
    const { nodes } = await inspector.send('Memory.getDOMCounters')
    await inspector.detach()
    return nodes
  }

  /** The picture when nothing moves any more. */
  async atRest(): Promise<Buffer> {
    const picture = this.page.locator('.network-stage')
    await this.page.mouse.move(0, 0)
    let before: Buffer = Buffer.alloc(0)
    for (let now = await picture.screenshot(); !now.equals(before); now = await picture.screenshot()) before = now
    return before
  }
}
