/** A line of CSV (RFC 4180), without its line end. */
export function csvRow(cells) {
  return cells.map(csvCell).join(',')
}

function csvCell(text) {
  // A spreadsheet would run a cell that begins like a formula.
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
