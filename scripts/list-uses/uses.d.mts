/** The actions whose uses are listed. */
export const ACTIONS: readonly string[]
