import type { PolicyDocument } from "@openshelf/core"
import { chinesePublicLibrary } from "./chinesePublicLibrary.ts"
import { publicLibrary } from "./publicLibrary.ts"
import { school } from "./school.ts"
import { university } from "./university.ts"

export const presetNames = ["public-library", "university", "school", "chinese-public-library"] as const
export type PresetName = (typeof presetNames)[number]

/** Policies to start from, by name. Each holds as it is; `composePolicy` lays a library's own rules over one. */
export const presets: Readonly<Record<PresetName, PolicyDocument>> = {
  "public-library": publicLibrary,
  university,
  school,
  "chinese-public-library": chinesePublicLibrary
}
