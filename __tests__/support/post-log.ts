/** The log of a post step without the requests that are left: their number depends on the test. */
export function bareLog({ log }: { readonly log: string }): string {
  return log.replace(/ \([\d,]+ of 5,000 requests left this hour\)$/gm, '')
}
