import { describe, expect, test } from 'vitest'
import { AuditAction } from '#shared/model/audit.ts'
import { auditOperationLabel } from '#shared/text/auditOperations.ts'
import { loggedWords } from '#shared/text/loggedWords.ts'
import { auditActionLabel } from '#shared/text/terms.ts'

const about = (object: string, action: AuditAction = 'score-view') => loggedWords({ action, object })

test('what a line is about stands in Dutch', () => {
  expect(about('address:0034200000123456 company:12')).toBe('adres 0034200000123456 bedrijf 12')
  expect(about('witwassen division 2008-56 exact')).toBe('witwassen SBI-afdeling 2008-56 exact')
  expect(about('hennep buurt')).toBe('hennep buurt')
})

describe.each(AuditAction.options)('%s', (action) => {
  test('has a Dutch name, for itself and for the work it is part of', () => {
    for (const label of [auditActionLabel[action], auditOperationLabel[action]]) {
      expect(label).toMatch(/^[A-Z]/)
      expect(label.toLowerCase().split(' ')).not.toContain(action)
    }
  })

  test('is named where it was denied, and not where somebody typed it', () => {
    expect(about(`${action} company:12`, 'access-denied')).toBe(`${auditActionLabel[action]}: bedrijf 12`)
    expect(about(action, 'access-denied')).toBe(auditActionLabel[action])
    expect(about(action, 'search')).toBe(action)
  })
})

test('a denied purpose stands as it is', () => {
  expect(about('doel toezicht', 'access-denied')).toBe('doel toezicht')
})
