import { createRequire, syncBuiltinESMExports } from 'node:module'

// Preloaded by `node --import` for the tests that answer requests by nock: it replaces functions of node:http when it is
// loaded, which `import` does not see until it is told.
createRequire(import.meta.url)('nock')
syncBuiltinESMExports()
