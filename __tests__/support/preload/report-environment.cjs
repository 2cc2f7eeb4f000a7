// Loaded into the action's process (`node --require`): at its end, the process prints which inputs are
// still in its environment.
const { console, process } = globalThis

process.on('exit', () => {
  const inputs = Object.keys(process.env).filter((name) => name.startsWith('INPUT_'))
  console.log(`left in the environment: ${inputs.join(' ')}`)
})
