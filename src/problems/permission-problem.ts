/** What is wrong with `permissions` or a `permission-*` input. `where` names the input, or the line. */
export type PermissionProblem =
  | (BesideOthers & { readonly kind: 'permissions-name-none'; readonly text: string })
  | { readonly kind: 'permissions-unreadable'; readonly mistake: PermissionsMistake }
  | { readonly kind: 'permission-name-malformed'; readonly where: string; readonly name: string }
  | {
      readonly kind: 'permission-level-malformed'
      readonly where: string
      /** Undefined if it is too long for a level: it may then be a secret. */
      readonly level: string | undefined
      readonly length: number
      /** Whether it looks like an expression that was not evaluated. */
      readonly isExpression: boolean
      /** The levels that the permission has. */
      readonly levels: readonly string[]
    }
  | (BesideOthers & {
      readonly kind: 'permission-unknown'
      /** Whether the name of the input is wrong, or the name of a permission. */
      readonly what: 'input' | 'permission'
      readonly where: string
      readonly meant: string
    })
  | {
      readonly kind: 'permission-at-two-levels'
      readonly name: string
      readonly asked: readonly { readonly level: string; readonly where: string }[]
    }
  | { readonly kind: 'too-many-permissions'; readonly count: number }
  | { readonly kind: 'read-all-with-others'; readonly input: string }

/** Why `permissions` is not a list of permissions. */
export type PermissionsMistake =
  /** `json`: it begins like JSON, and is none. The others are whole values of other things. */
  | { readonly mistake: 'json' | 'json-list' | 'every-level' | 'scopes'; readonly text: string }
  | {
      readonly mistake: 'entry'
      /** The first entry that cannot be read. */
      readonly text: string
      /** Counted from 1; undefined if there is only one line. */
      readonly line: number | undefined
      readonly reason: EntryMistake
    }

/** What is wrong with an entry of `permissions`. `several`: there is no comma between two entries. */
export type EntryMistake = 'dash' | 'comment' | 'several' | 'read-all' | 'no-colon' | 'other'

interface BesideOthers {
  /** Whether another permission is requested: without one, GitHub would grant every permission. */
  readonly hasOthers: boolean
}
