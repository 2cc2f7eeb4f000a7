/** Masks secrets by the rules of GitHub's runner. */
function base64Forms(value: string): string[] {
  const bytes = Buffer.from(value, 'utf8')
  return [0, 1, 2].map((shift) =>
    (bytes.length > shift ? bytes.subarray(shift) : bytes).toString('base64')
  )
}

function jsonForm(value: string): string {
  return JSON.stringify(value).slice(1, -1)
}

/** Escapes all except unreserved characters: `encodeURIComponent` escapes fewer. */
function uriForm(value: string): string {
  // Through UTF-8 and back, because half of a surrogate pair would throw.
  return encodeURIComponent(Buffer.from(value, 'utf8').toString('utf8')).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
  )
}

function xmlForm(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;')
}

/** In an expression, a quote is written twice. */
function expressionForm(value: string): string {
  return value.replaceAll("'", "''")
}

function withoutQuotes(value: string): string {
  return value.length > 8 && value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : ''
}

/** A value, and the encodings of it that a runner also masks. */
export function maskedForms(value: string): string[] {
  const forms = [
    value,
    ...base64Forms(value),
    jsonForm(value),
    uriForm(value),
    xmlForm(value),
    expressionForm(value),
    withoutQuotes(value)
  ]
  return [...new Set(forms)].filter((form) => form !== '')
}

/** Replaces registered secrets with `***` by the runner's rules. */
export class Masker {
  private readonly values = new Set<string>()
  private readonly forms = new Set<string>()

  /** Masks a value, each of its lines, and their encodings from now on. */
  add(value: string): void {
    for (const part of [value, ...value.split(/[\r\n]/)]) {
      if (part !== '' && !this.values.has(part)) {
        this.values.add(part)
        maskedForms(part).forEach((form) => this.forms.add(form))
      }
    }
  }

  /** The text with each secret replaced. Secrets that touch or overlap become one `***`. */
  mask(text: string): string {
    const spans = this.spans(text)
    let result = ''
    let end = 0
    let open = false
    for (const [from, to] of spans) {
      if (!open || from > end) {
        result += text.slice(end, from) + '***'
        open = true
      }
      end = Math.max(end, to)
    }
    return result + text.slice(end)
  }

  private spans(text: string): [number, number][] {
    const spans: [number, number][] = []
    for (const form of this.forms) {
      for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
        spans.push([at, at + form.length])
      }
    }
    return spans.sort((a, b) => a[0] - b[0])
  }
}
