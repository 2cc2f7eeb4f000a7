// The runner starts plain JavaScript; this lets it start TypeScript.
require('tsx/cjs')
require('./stop')
