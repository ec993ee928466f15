'use strict'
// What Electron's own default application does: takes `-r MODULE` pairs and the application (a folder or a script)
// from the command line, tells Electron its name, version and folders, and starts it.
const { existsSync, readFileSync, statSync } = require('node:fs')
const { createRequire } = require('node:module')
const { dirname, join, resolve } = require('node:path')
const { app } = require('electron')

/** Splits the command line in the modules to load first and the application to start. */
function readCommandLine(words) {
  const first = []
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i]
    if (word === '-r' || word === '--require') first.push(words[(i += 1)])
    else if (!word.startsWith('-')) return { first, application: resolve(word) }
  }
  return { first, application: null }
}

function nearestPackage(from) {
  for (let folder = from; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder
  }
  return from
}

const { first, application } = readCommandLine(process.argv.slice(1))
if (application === null || !existsSync(application)) {
  process.stderr.write('testruntime: geef de map of het script van de toepassing\n')
  app.exit(2)
} else {
  const isFolder = statSync(application).isDirectory()
  const folder = nearestPackage(isFolder ? application : dirname(application))
  const description = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  app.setName(description.productName ?? description.name)
  app.setVersion(description.version ?? '0.0.0')
  app.setPath('userData', join(app.getPath('appData'), app.getName()))
  app.setAppPath(folder)
  const load = createRequire(join(folder, 'package.json'))
  for (const module of first) load(module)
  load(isFolder ? join(folder, description.main ?? 'index.js') : application)
}
