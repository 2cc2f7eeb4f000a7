import type { Parsed } from '../../src/parsed'
import type { Explanation, ExplanationCode } from '../../src/explain/explanation'
import { explainProblems } from '../../src/explain/explain'

/** What a person reads about an input that cannot be used; nothing about one that can. */
export function explanationsOf(parsed: Parsed<unknown>): readonly Explanation[] {
  return parsed.ok ? [] : explainProblems(parsed.problems)
}

/** The codes of what is wrong with an input. */
export function codesOf(parsed: Parsed<unknown>): readonly ExplanationCode[] {
  return explanationsOf(parsed).map(({ code }) => code)
}
