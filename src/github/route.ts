/** Builds a path from a template; every inserted part is percent-encoded, so none can leave its place. */
export function route(template: TemplateStringsArray, ...parts: (string | number)[]): string {
  return String.raw({ raw: template }, ...parts.map((part) => encodeURIComponent(part)))
}
