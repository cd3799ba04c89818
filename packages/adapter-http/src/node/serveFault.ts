export type ServeFaultCode = "portInUse" | "portNotPermitted" | "portInvalid" | "hostUnknown" | "unusable"

/** Why a server did not start, with a sentence for people. */
export class ServeFault extends Error {
  override readonly name = "ServeFault"
  readonly code: ServeFaultCode
  constructor(code: ServeFaultCode, message: string, cause?: unknown) {
    super(message, { cause })
    this.code = code
  }
}

export const serveFaultOf = (cause: Error & { readonly code?: string }, host: string, port: number): ServeFault => {
  switch (cause.code) {
    case "EADDRINUSE":
      return new ServeFault(
        "portInUse",
        `port ${port} on ${host} is in use by another program; choose another port`,
        cause
      )
    case "EACCES":
      return new ServeFault("portNotPermitted", `this user may not use port ${port}; choose one from 1024 on`, cause)
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return new ServeFault("hostUnknown", `${host} is no address of this machine`, cause)
    default:
      return new ServeFault(
        "unusable",
        `could not listen on ${host}, port ${port} (${cause.code ?? cause.message})`,
        cause
      )
  }
}
