const faults = new WeakMap<Request, unknown>()

/** Keeps what broke under a request for whoever observes it; the answer tells nothing of it. */
export const noteFault = (request: Request, fault: unknown): void => {
  faults.set(request, fault)
}

export const notedFault = (request: Request): unknown => faults.get(request)
