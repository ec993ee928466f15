import { createElement, use, type ComponentType } from 'react'

/** A view that is loaded when it is first shown, or before. */
export type LazyView<Props> = ComponentType<Props> & { ready: () => Promise<ComponentType<Props>> }

/**
 * Like React's `lazy`, but once loaded it is there at once: `lazy` shows its placeholder also then, and React leaves a
 * placeholder in sight for a third of a second.
 */
export function lazyView<Props extends object>(find: () => Promise<{ default: ComponentType<Props> }>): LazyView<Props> {
  let loading: Promise<ComponentType<Props>> | null = null
  const ready = () => (loading ??= known(find().then((module) => module.default)))
  function View(props: Props) {
    return createElement(use(ready()), props)
  }
  return Object.assign(View, { ready })
}

/** A promise that says for itself that it is kept, so that `use` need not wait a turn to find out. */
function known<T>(promise: Promise<T>): Promise<T> {
  void promise.then((value) => Object.assign(promise, { status: 'fulfilled', value })).catch(() => undefined)
  return promise
}
