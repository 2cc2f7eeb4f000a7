// The runner starts plain JavaScript. This lets it start TypeScript.
require('tsx/cjs')
require('./steps').main()
