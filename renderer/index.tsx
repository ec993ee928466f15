import './lib/jitless.ts'

// everything that makes a zod schema is loaded after the line above has run, whatever the bundler puts together
const { mount } = await import('./mount.tsx')
const root = document.getElementById('root')
if (root !== null) mount(root)
