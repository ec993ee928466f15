import { type SourceFile, type Violation, importsOf, isTypeScript } from './sourceFile.ts'

/** A rule on who may import whom, for values and types alike. */
interface Direction {
  name: string
  /** the files it binds */
  from: RegExp
  /** what they may import; everything else breaks the rule */
  only?: RegExp
  /** what they may not import */
  never?: RegExp
  message: string
}

const window = 'react|react-dom|react-aria|react-aria-components|react-stately|@internationalized/date|@tanstack/react-virtual|lucide-react|@fontsource-variable/inter|cytoscape|d3-geo|markdown-to-jsx|zod'
const reading = 'electron/engine/(?:import|demo)/'
const writing = 'electron/engine/(?:export|dossier|demo)/'

const directions: readonly Direction[] = [
  {
    name: 'shared-alone',
    from: /^shared\//,
    only: /^(?:shared\/|npm:zod$)/,
    message: 'shared/ knows zod and itself; move what needs more to the side that has it',
  },
  {
    name: 'window-apart',
    from: /^renderer\//,
    only: new RegExp(`^(?:renderer/|shared/|npm:(?:${window})$)`),
    message: 'the window has no Node and no engine: ask with useAnswer or useCommand, and add the procedure to shared/contract',
  },
  {
    name: 'cytoscape-owner',
    from: /^renderer\/(?!graph\/)/,
    never: /^npm:cytoscape/,
    message: 'only renderer/graph knows Cytoscape; use its component',
  },
  {
    name: 'preload-small',
    from: /^electron\/preload\//,
    only: /^(?:electron\/preload\/|shared\/contract\/|npm:electron$)/,
    message: 'the preload is one self-contained file: electron and shared/contract only',
  },
  {
    name: 'main-lean',
    from: /^electron\/main\//,
    only: /^(?:electron\/(?:main|disk)\/|shared\/|npm:electron$|node:)/,
    message: 'main starts and guards; work belongs in the engine, reached by a message',
  },
  {
    name: 'disk-alone',
    from: /^electron\/disk\//,
    only: /^(?:electron\/disk\/|node:)/,
    message: 'electron/disk is what main and engine both do with a file; what needs more belongs to one of them',
  },
  {
    name: 'engine-without-electron',
    from: /^electron\/engine\//,
    never: /^(?:npm:electron$|electron\/(?:main|preload|cli)\/|renderer\/)/,
    message: 'the engine runs without Electron too: ask the host through shared/contract/host.ts',
  },
  {
    name: 'command-line-beside',
    from: /^electron\/cli\//,
    never: /^(?:npm:electron$|electron\/(?:main|preload)\/|renderer\/)/,
    message: 'the command line uses the engine as the window does; what needs a window it asks of Electron as a program',
  },
  {
    name: 'product-apart',
    from: /^(?:shared|electron|renderer)\//,
    never: /^(?:tests|scripts)\//,
    message: 'the product does not lean on tests or scripts; move the shared part into the product',
  },
  {
    name: 'readers-of-tests',
    from: /^(?:shared|electron|renderer)\//,
    never: /^npm:(?:saxes|csv-parse)/,
    message: 'full parsers hold our scanners to account in tests; CSV and XML are read by engine/import',
  },
  {
    name: 'no-network',
    from: /^(?:shared|electron|renderer)\//,
    never: /^node:(?:http|https|http2|net|tls|dgram|dns|dns\/promises|inspector|inspector\/promises)$/,
    message: 'the application is offline: take in a file the user chose instead',
  },
  {
    name: 'normalise-pure',
    from: /^electron\/engine\/normalise\//,
    only: /^(?:electron\/engine\/normalise\/|shared\/|resources\/(?:address|company|person)\/\w+\.json$|npm:(?:fastest-levenshtein|proj4)$)/,
    message: 'normalise is value in, value and issues out: hand in what it needs as an argument',
  },
  {
    name: 'store-below',
    from: /^electron\/engine\/store\//,
    only: /^(?:electron\/engine\/store\/|electron\/engine\/problem\.ts$|shared\/|npm:(?:better-sqlite3|@node-rs\/argon2)$|node:)/,
    message: 'the store knows no stage: give it plain values, and put the decision in the stage that calls it',
  },
  owner('better-sqlite3', /^electron\/engine\/store\//, 'ask the store'),
  owner('@node-rs/argon2', /^electron\/engine\/store\//, 'keys are made in electron/engine/store'),
  owner('xlsx', new RegExp(`^(?:${reading}|${writing})`), 'workbooks are read in engine/import and written in engine/export'),
  owner('yauzl', new RegExp(`^${reading}`), 'archives are read in engine/import'),
  owner('docx', new RegExp(`^${writing}`), 'documents are written in engine/export'),
  owner('@resvg/resvg-js', new RegExp(`^${writing}`), 'pictures are written in engine/export'),
]

/** One place that knows a library, so that it can be replaced there. */
function owner(name: string, where: RegExp, message: string): Direction {
  return { name: `${name}-owner`, from: new RegExp(`^(?!tests/|scripts/)(?!${where.source.replace(/^\^/, '')})`), never: new RegExp(`^npm:${name}$`), message }
}

/** The stages in the order in which the data flows; each may use the public face of those before it. */
const stages = ['import', 'link', 'graph', 'ownership', 'catalogue', 'findings', 'score', 'dossier', 'export', 'casework', 'demo']
/** What every stage may use, file by file. */
const foundations = /^electron\/engine\/(?:store|normalise|audit)\//
/** Engine files beside the folders that stages may not use: they use the stages. */
const above = /^electron\/engine\/(?:handlers|jobs)\/|^electron\/engine\/(?:index|engine|answer|holder|session|procedures)\.ts$/

/** Imports that go against the directions of the architecture. */
export function checkDirections(files: readonly SourceFile[]): Violation[] {
  return files.filter(isTypeScript).flatMap((file) => {
    return importsOf(file).flatMap(({ target, line }) => {
      const broken = [...directions.filter((rule) => breaks(rule, file.path, target)), ...stageRules(file.path, target)]
      return broken.map(({ name, message }) => ({ path: file.path, line, rule: name, message: `imports ${target}: ${message}` }))
    })
  })
}

function breaks(rule: Direction, from: string, target: string): boolean {
  if (!rule.from.test(from)) return false
  return rule.only?.test(target) === false || rule.never?.test(target) === true
}

function stageRules(from: string, target: string): { name: string; message: string }[] {
  const own = stageOf(from)
  const other = stageOf(target)
  const broken = []
  if (own !== null && above.test(target)) {
    broken.push({ name: 'stage-below-handlers', message: 'stages do not know who calls them; take what you need as an argument' })
  }
  if (own !== null && other !== null && stages.indexOf(other) > stages.indexOf(own)) {
    broken.push({ name: 'stage-order', message: `${own} comes before ${other} in the flow; turn the call round or move the part both need down` })
  }
  if (from.startsWith('electron/engine/') && other !== null && other !== own && !target.endsWith('/index.ts')) {
    broken.push({ name: 'stage-face', message: `use electron/engine/${other}/index.ts; the rest of that stage is private` })
  }
  return broken
}

function stageOf(path: string): string | null {
  if (foundations.test(path)) return null
  return stages.find((stage) => path.startsWith(`electron/engine/${stage}/`)) ?? null
}
