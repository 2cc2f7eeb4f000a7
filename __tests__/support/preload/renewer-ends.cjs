// Loaded into the renewer: it ends before it has done anything.
globalThis.process.exit(7)
