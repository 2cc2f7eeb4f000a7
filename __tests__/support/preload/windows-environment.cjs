// Loaded into the action's process (`node --require`): gives it the environment of a runner on
// Windows, where the letter case of names does not matter. If a name has two spellings, the one that is
// not in capitals was there before the runner set the variable. It stays, with the runner's value.
const { process } = globalThis

const variables = new Map()
for (const [name, value] of Object.entries(process.env)) {
  const key = name.toUpperCase()
  const other = variables.get(key)
  if (other === undefined) variables.set(key, { name, value })
  else if (name === key) other.value = value
  else other.name = name
}

const find = (name) => (typeof name === 'string' ? variables.get(name.toUpperCase()) : undefined)

process.env = new Proxy(
  {},
  {
    get: (_, name) => find(name)?.value,
    has: (_, name) => find(name) !== undefined,
    set: (_, name, value) => {
      const key = name.toUpperCase()
      variables.set(key, { name: variables.get(key)?.name ?? name, value: String(value) })
      return true
    },
    deleteProperty: (_, name) => {
      variables.delete(String(name).toUpperCase())
      return true
    },
    ownKeys: () => [...variables.values()].map(({ name }) => name),
    getOwnPropertyDescriptor: (_, name) => {
      const found = find(name)
      return found && { value: found.value, writable: true, enumerable: true, configurable: true }
    }
  }
)
