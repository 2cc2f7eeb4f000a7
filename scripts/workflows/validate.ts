/** Checks a document with GitHub's language service, which its editor extension uses, too. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { ActionsMetadataProvider } from '@actions/languageservice'
import { ACTION, type LintDocument } from './documents'

/** Something to correct. `line` is the line in `file`, counted from 1. */
export interface Finding {
  readonly file: string
  readonly line: number
  readonly message: string
}

type Metadata = Awaited<ReturnType<ActionsMetadataProvider['fetchActionMetadata']>>

/** The service finds actions only by owner and name, so `uses: ./` is replaced by this name. */
const HERE = { owner: 'this', name: 'checkout', ref: 'here' }

function withNamedFolders(text: string): string {
  const repository = `${HERE.owner}/${HERE.name}`
  return text.replace(/(\buses: )\.\/(\S*)/g, (_, uses: string, folder: string) => {
    const path = folder === '' ? '' : `/${folder}`
    return `${uses}${repository}${path}@${HERE.ref}`
  })
}

/** Lets the service check the inputs of this project's actions, but not those of other actions. */
function metadataBelow(root: string): ActionsMetadataProvider {
  const load = (folder: string): Metadata =>
    parse(readFileSync(join(root, folder, 'action.yml'), 'utf8')) as Metadata
  return {
    fetchActionMetadata({ owner, name, ref, path = '' }) {
      const isOurs = `${owner}/${name}@${ref}` === ACTION
      if (isOurs) return Promise.resolve(load(''))
      if (owner === HERE.owner && name === HERE.name) return Promise.resolve(load(path))
      return Promise.resolve({ name, description: '' })
    }
  }
}

/** Every error and warning in a document. A path in its `uses:` is relative to `root`. */
export async function findingsOf(document: LintDocument, root: string): Promise<Finding[]> {
  // This package works only with `import`, and with a loader that knows JSON.
  const { validate } = await import('@actions/languageservice')
  const { TextDocument } = await import('vscode-languageserver-textdocument')
  const { file, kind, lineOffset } = document
  const path = kind === 'action' ? file : `.github/workflows/${file.replace(/\W/g, '-')}.yml`
  // The service caches documents by address, so each needs an address of its own.
  const address = `file:///${lineOffset}/${path}`
  const text = TextDocument.create(address, 'yaml', 1, withNamedFolders(document.text))
  const found = await validate(text, { actionsMetadataProvider: metadataBelow(root) })
  return found.map(({ message, range }) => ({
    file,
    line: range.start.line + 1 + lineOffset,
    message: typeof message === 'string' ? message : message.value
  }))
}
