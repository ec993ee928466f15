import { describe, expect, test } from 'vitest'
import { differing } from '../../../renderer/views/Review/differing.ts'

/** The text with what is lit between brackets. */
const lit = (text: string, other: string): string => differing(text, other).map((stretch) => (stretch.differs ? `[${stretch.text}]` : stretch.text)).join('')

describe('letters that are lit', () => {
  test.each([
    ['25-05-2002', '2002', '[25-05-]2002'], ['2002', '25-05-2002', '2002'], ['Marieke Johanna', 'marieke', 'Marieke[ Johanna]'], ['Jan', 'Jan', 'Jan'],
    ['Ay?e', 'Ayşe', 'Ay[?]e'], ['Voorbeelt', 'Voorbeeld', 'Voorbeel[t]'], ['Visser', 'Bakker', '[Visser]'], ['', 'Jan', ''],
  ])('%j beside %j: %s', (text, other, expected) => expect(lit(text, other)).toBe(expected))
})
