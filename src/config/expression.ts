/** What GitHub or a shell would have replaced: `${{ vars.NAME }}`, `vars.NAME`, `$NAME`, `%NAME%`. */
const EXPRESSION =
  /^(?:\$|%\w+%$|(?:vars|secrets|env|inputs|github|needs|steps|matrix|strategy|jobs?|runner)\.)/

/** Whether a text looks like an expression or a variable that was not evaluated. */
export function isExpression(text: string): boolean {
  return EXPRESSION.test(text)
}
