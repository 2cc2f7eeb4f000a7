/** Something that others wait for until it is opened. */
export interface Gate {
  /** For the fault `delay` of the embedded GitHub, for example. */
  readonly opened: Promise<void>
  readonly open: () => void
}

/** Makes a gate that is closed. */
export function closedGate(): Gate {
  let open = (): void => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open }
}
