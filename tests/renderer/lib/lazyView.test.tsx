import { act, cleanup, render, screen } from '@testing-library/react'
import { Suspense } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { lazyView } from '../../../renderer/lib/lazyView.ts'

afterEach(cleanup)

const make = () => lazyView<{ name: string }>(() => Promise.resolve({ default: ({ name }) => <p>Scherm {name}</p> }))
const shown = (View: ReturnType<typeof make>) => (
  <Suspense fallback={<p>Even wachten</p>}>
    <View name="Gebieden" />
  </Suspense>
)

describe('a view that is loaded', () => {
  it('early is there at once, without a placeholder', async () => {
    const View = make()
    await View.ready()
    render(shown(View))
    expect(screen.getByText('Scherm Gebieden')).toBeTruthy()
    expect(screen.queryByText('Even wachten')).toBeNull()
  })

  it('when it is shown comes after a placeholder', async () => {
    const View = make()
    await act(async () => void render(shown(View)))
    expect(await screen.findByText('Scherm Gebieden')).toBeTruthy()
  })
})
