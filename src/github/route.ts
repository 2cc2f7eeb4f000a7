/** Builds a path from a template; every inserted part is percent-encoded, so none can leave its place. */
export function route(template: TemplateStringsArray, ...parts: (string | number)[]): string {
  return template.reduce((path, text, index) => {
    const part = parts[index - 1]
    return path + (part === undefined ? '' : encodeURIComponent(part)) + text
  })
}
