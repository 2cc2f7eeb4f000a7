import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix, resolve, sep } from 'node:path'

const root = resolve(__dirname, '..')
const page = readFileSync(join(root, 'docs', 'ARCHITECTURE.md'), 'utf8')

/** The first column of the table of the shape: each row the files and folders of `src/` in it. */
const rows = [...page.matchAll(/^\| (`[^|]+`) +\| [A-Z`]/gm)]
  .map(([, cell = '']) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name))
  .slice(0, page.split('## A run')[0]?.match(/^\| `/gm)?.length)

const files = readdirSync(join(root, 'src'), { encoding: 'utf8', recursive: true })
  .map((name) => name.split(sep).join('/'))
  .filter((name) => name.endsWith('.ts'))

/** The row that a file of `src/` stands in. */
function rowOf(file: string): number {
  return rows.findIndex((names) =>
    names.some((name) => (name.endsWith('/') ? file.startsWith(name) : file === name))
  )
}

/** What a file imports by path, as files of `src/`. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(root, 'src', file), 'utf8')
  const imported = [...text.matchAll(/(?:from|import) ?\(?'(\.[^']+)'/g)].map(
    ([, path = '']) => `${posix.join(posix.dirname(file), path)}.ts`
  )
  // A replacement in the bundle takes a file out of its package.
  return imported.filter((path) => !path.startsWith('../node_modules/'))
}

describe('the shape, as docs/ARCHITECTURE.md shows it', () => {
  test('every file of src/ stands in one row', () => {
    expect(rows.length).toBeGreaterThan(10)
    expect(files.filter((file) => rowOf(file) === -1)).toEqual([])
  })

  test('imports lead down, or stay in their row', () => {
    const upwards = files.flatMap((file) =>
      importsOf(file)
        .filter((imported) => rowOf(imported) < rowOf(file))
        .map((imported) => `${file} imports ${imported}`)
    )
    expect(files.flatMap(importsOf).length).toBeGreaterThan(200)
    expect(upwards).toEqual([])
  })
})

test.each(['CONTRIBUTING.md', 'docs/ARCHITECTURE.md'])(
  '%s says where each name is, and it is there',
  (document) => {
    const text = readFileSync(join(root, document), 'utf8')
    const place =
      /`([A-Za-z_]+)` (?:in |\()`((?:src|scripts|setup|local|__tests__)\/[\w/.-]+\.\w+)`/g
    const wrong = [...text.matchAll(place)].filter(([, name = '', path = '']) => {
      const file = join(root, path)
      return !existsSync(file) || !new RegExp(`\\b${name}\\b`).test(readFileSync(file, 'utf8'))
    })
    expect(wrong.map(([sentence]) => sentence)).toEqual([])
  }
)

describe('names that a reader may search for', () => {
  const sources = files.map((file) => readFileSync(join(root, 'src', file), 'utf8'))

  test('every class and function that the page names is in src/', () => {
    const names = [...page.matchAll(/`([A-Za-z]+)`/g)].map(([, name = '']) => name)
    const coined = names.filter((name) => /[a-z][A-Z]|^[A-Z][a-z]/.test(name))
    const known = sources.join('\n')
    expect(coined.length).toBeGreaterThan(10)
    expect(coined.filter((name) => !new RegExp(`\\b${name}\\b`).test(known))).toEqual([])
  })

  test('every problem that a comment names exists', () => {
    const problems = files
      .filter((file) => /(?:^|-)problem\.ts$/.test(file))
      .map((file) => readFileSync(join(root, 'src', file), 'utf8'))
      .join('\n')
    const kinds = [...problems.matchAll(/kind:((?:[\s|]*'[a-z-]+')+)/g)]
      .map(([, list]) => list)
      .join()
    const named = sources.flatMap((text) =>
      [...text.matchAll(/(?:Problems?:|ProblemError\}(?: with|:)) ([^/]*)/g)].flatMap(
        ([, list = '']) => list.split(/\.(?:\s|$)/)[0]?.match(/(?<=`)[a-z-]+(?=`)/g) ?? []
      )
    )
    expect(named.length).toBeGreaterThan(20)
    expect(named.filter((kind) => !kinds.includes(`'${kind}'`))).toEqual([])
  })
})
