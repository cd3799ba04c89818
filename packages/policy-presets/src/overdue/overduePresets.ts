import { overdueAbroad } from "./abroad.ts"
import { overdueInChina } from "./china.ts"
import type { OverduePreset } from "./overduePreset.ts"

/** What being late costs in libraries that published it: parts that `composePolicy` lays over a policy. */
export const overduePresets: ReadonlyArray<OverduePreset> = [...overdueInChina, ...overdueAbroad]
