import type { Dialect } from "../record.ts"
import type { Encoding } from "../text/encoding.ts"
import type { Limits } from "./limits.ts"

/** How to read, with everything settled. */
export interface ReadOptions {
  readonly dialect: Dialect | "auto"
  readonly encoding: Encoding
  readonly limits: Limits
}
