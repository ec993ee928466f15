import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { aCaseFile, aSource, aStatement } from '../../fixtures/caseFile.ts'
import { answers } from '../municipality.ts'
import { openWindow } from '../openWindow.tsx'

const suggestion = { text: 'M. van Voorbeeld is bestuurder van Zuiderdiep Holding B.V., 2023 – heden.', source: aSource(1, 104) }

async function openStatements() {
  const opened = openWindow({ ...answers, 'case.get': () => aCaseFile({ suggestions: [suggestion] }) }, { route: '#/casussen/1' })
  await opened.user.click(await screen.findByRole('tab', { name: /Feiten/ }))
  return opened
}

describe('facts and interpretation', () => {
  it('stand apart, each with a number', async () => {
    await openStatements()
    const facts = within(screen.getByRole('region', { name: 'Feiten' }))
    const interpretation = within(screen.getByRole('region', { name: 'Interpretatie' }))
    expect(facts.getAllByText(/^F\d$/).map((label) => label.textContent)).toEqual(['F1', 'F2'])
    expect(interpretation.getByText('De wisseling van bestuur kan zijn bedoeld om de zeggenschap te verhullen.')).toBeTruthy()
    expect(facts.queryByText(/wisseling van bestuur/)).toBeNull()
  })

  it('a fact needs words and a source; a hypothesis only words', async () => {
    const { user, engine } = await openStatements()
    engine.answer({ 'case.addStatement': ({ type, text }) => aStatement(9, type, text, []) })
    await user.keyboard('f')
    const fact = within(await screen.findByRole('dialog', { name: 'Feit toevoegen' }))
    await user.type(fact.getByLabelText('Wat staat vast?'), 'Er is een vestiging.')
    await user.click(fact.getByRole('button', { name: 'Toevoegen' }))
    expect(fact.getByRole('alert').textContent).toBe('Een feit heeft ten minste één bronregel.')
    await user.type(fact.getByLabelText('Zoek in de bronregels van deze casus'), 'gevestigd rij 101')
    await user.click(fact.getByRole('option'))
    await user.click(fact.getByRole('button', { name: 'Toevoegen' }))
    await waitFor(() => expect(engine.calls).toContainEqual({ name: 'case.addStatement', input: { id: 1, type: 'fact', text: 'Er is een vestiging.', sources: [aSource(1, 101).recordId] } }))
    await user.keyboard('h')
    const hypothesis = within(await screen.findByRole('dialog', { name: 'Hypothese toevoegen' }))
    await user.type(hypothesis.getByLabelText('Wat veronderstelt u?'), 'Een katvanger.')
    await user.click(hypothesis.getByRole('button', { name: 'Toevoegen' }))
    await waitFor(() => expect(engine.calls).toContainEqual({ name: 'case.addStatement', input: { id: 1, type: 'hypothesis', text: 'Een katvanger.', sources: [] } }))
  })

  it('its sources are one stop of Tab: arrow keys go through them, Space chooses, and what is chosen stays so while another is looked for', async () => {
    const { user, engine } = await openStatements()
    engine.answer({ 'case.addStatement': ({ type, text }) => aStatement(9, type, text, []) })
    await user.keyboard('f')
    const fact = within(await screen.findByRole('dialog', { name: 'Feit toevoegen' }))
    await user.keyboard('Er is een vestiging.')
    await user.tab()
    await user.tab()
    const [first, second] = fact.getAllByRole('option')
    expect(document.activeElement).toBe(first)
    await user.keyboard('{ArrowDown} ')
    expect([first, second].map((option) => option?.getAttribute('aria-selected'))).toEqual(['false', 'true'])
    await user.tab()
    expect(document.activeElement).toBe(fact.getByRole('button', { name: 'Annuleren' }))
    await user.type(fact.getByLabelText('Zoek in de bronregels van deze casus'), 'komt niet voor')
    expect(fact.getByText('Geen bronregel die hieraan voldoet.')).toBeTruthy()
    expect(fact.getByRole('status').textContent).toBe('1 bronregel gekozen')
    await user.click(fact.getByRole('button', { name: 'Toevoegen' }))
    await waitFor(() => expect(engine.calls).toContainEqual({ name: 'case.addStatement', input: expect.objectContaining({ type: 'fact', sources: [expect.any(Number)] }) }))
  })

  it('a suggestion becomes a fact only when somebody takes it over', async () => {
    const { user, engine } = await openStatements()
    engine.answer({ 'case.addStatement': ({ type, text }) => aStatement(9, type, text, []) })
    expect(engine.calls.some(({ name }) => name === 'case.addStatement')).toBe(false)
    await user.click(screen.getByRole('button', { name: `Overnemen als feit: ${suggestion.text}` }))
    await waitFor(() => expect(engine.calls).toContainEqual({ name: 'case.addStatement', input: { id: 1, type: 'fact', text: suggestion.text, sources: [suggestion.source.recordId] } }))
  })

  it('after one was taken over the focus is on the one in its place, or else on the last', async () => {
    const all = ['Een', 'Twee', 'Drie'].map((text, i) => ({ text: `${text} is bestuurder.`, source: aSource(1, 104 + i) }))
    let left = all
    const { user, engine } = openWindow({ ...answers, 'case.get': () => aCaseFile({ suggestions: left }) }, { route: '#/casussen/1' })
    engine.answer({
      'case.addStatement': ({ type, text }) => {
        left = left.filter((one) => one.text !== text)
        return aStatement(9, type, text, [])
      },
    })
    await user.click(await screen.findByRole('tab', { name: /Feiten/ }))
    const takeOver = (text: string) => screen.getByRole('button', { name: `Overnemen als feit: ${text} is bestuurder.` })
    for (const [one, next] of [['Twee', 'Drie'], ['Drie', 'Een']] as const) {
      takeOver(one).focus()
      await user.keyboard('{Enter}')
      act(() => engine.announce({ type: 'changed', topics: ['cases'] }))
      await waitFor(() => expect(document.activeElement).toBe(takeOver(next)))
    }
  })

  it('what was removed comes back with undo', async () => {
    const { user, engine } = await openStatements()
    engine.answer({ 'case.removeStatement': () => ({}), 'case.addStatement': ({ type, text }) => aStatement(9, type, text, []) })
    await user.click(screen.getByRole('button', { name: 'H1 verwijderen' }))
    await user.click(await screen.findByRole('button', { name: 'Ongedaan maken' }))
    await waitFor(() => expect(engine.calls).toContainEqual({ name: 'case.addStatement', input: expect.objectContaining({ type: 'hypothesis', text: expect.stringContaining('wisseling van bestuur') }) }))
  })
})
