/** Secrets among the arguments: it is too late to protect them, but a person must know what to do. */

/** A key in PEM, also if it is split into words; its base64; or the base64 inside a PEM. */
const KEY = /PRIVATE KEY|(?:LS0tLS1CRUdJTi|MII)[\w+/=-]{60}/

/** The first two parts of a JSON web token. */
const JWT = /\beyJ[\w-]{10,}\.[\w-]{10,}/

const TOKEN = /\b(?:gh[a-z]_|github_pat_)\w{20}/

const PLACES = [
  '- npm shows its arguments on the screen, and writes them to its log files (the folder _logs in `npm config get cache`).',
  '- Other users of this machine can see them in the list of processes.',
  "- They can be in the shell's history."
]

/** What to do if the arguments contain a secret; undefined if they contain none. */
export function exposedSecret(args: readonly string[]): string | undefined {
  const text = args.join(' ')
  if (KEY.test(text)) {
    return [
      'A private key is among the arguments. It is exposed now:',
      ...PLACES,
      `1. Delete this key in the App's settings, under "Private keys". Generate a new one.`,
      '2. Use the file of the new key: npm start -- --client-id ID --private-key-file PATH --repository OWNER/NAME'
    ].join('\n')
  }
  if (JWT.test(text)) {
    return [
      'A JSON web token is among the arguments. It is exposed now:',
      ...PLACES,
      '1. If it lives longer than ten minutes, delete the key that signed it.',
      '2. Write a new one to a file: npm start -- --jwt-file PATH --repository OWNER/NAME'
    ].join('\n')
  }
  if (TOKEN.test(text)) {
    return [
      'A token is among the arguments. It is exposed now:',
      ...PLACES,
      '1. Delete or revoke this token where it was created.',
      '2. Use another text. The local run shows the same with --fallback-token example-fallback-token.'
    ].join('\n')
  }
  return undefined
}
