// Loaded into main: from now on, NODE_OPTIONS is TEST_OPTIONS. It has an effect only on what main starts.
const { process } = globalThis

process.env.NODE_OPTIONS = process.env.TEST_OPTIONS
