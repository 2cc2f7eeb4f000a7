import * as core from '@actions/core'
import type { LogMessage } from '../parsed'

/** Prints a line. */
export function info(line: string): void {
  core.info(harmless(line))
}

/** Annotates the step with something the reader should know. */
export function annotate({ level, message }: LogMessage): void {
  if (level === 'notice') core.notice(harmless(message))
  else core.warning(harmless(message))
}

/** Prints lines that are folded away. */
export function folded(title: string, lines: readonly string[]): void {
  core.startGroup(harmless(title))
  for (const line of lines) info(line)
  core.endGroup()
}

/** Annotates the step with why it failed. */
export function error(title: string, message: string): void {
  core.error(harmless(message), { title: harmless(title) })
}

/** Hides a text, and what the runner derives from it, in the log from here on. */
export function mask(secret: string): void {
  if (secret.trim() !== '') core.setSecret(secret)
}

/**
 * The last guard before the log: no line begins like a command, and none holds the marker of the old
 * syntax, which the runner obeys anywhere in a line. Foreign text has passed `printable` before.
 */
function harmless(text: string): string {
  return text.replace(/##(?=\[)/g, '## ').replace(/^(\s*):(?=:)/gm, '$1: ')
}
