import '../../../renderer/lib/jitless.ts'
import { fakeEngine, fakeShell, install } from '../fakeEngine.ts'
import { scenes, type Scene, type SceneName } from './scenes.ts'

/** The real window on a fake engine: `?scene=overview` picks what the engine answers. For looking and for axe only. */
const wanted = new URLSearchParams(location.search).get('scene') ?? 'overview'
const isScene = (name: string): name is SceneName => name in scenes
if (!isScene(wanted)) throw new Error(`no scene ${wanted}: ${Object.keys(scenes).join(', ')}`)
const scene: Scene = scenes[wanted]
const engine = fakeEngine(scene.answers)
install(engine, fakeShell(scene.shell))
if (scene.route !== undefined) location.hash = scene.route

await import('../../../renderer/index.tsx')
