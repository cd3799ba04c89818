import type { CompiledPolicy } from "../policy/index.ts"

/** How far a rule reaches from a branch: that branch alone, its library, or a group of branches that it is in. */
export type Near = "home" | "library" | "group"

/** Whether two branches are so near each other. */
export const isNear = (
  { sameLibrary, sameGroup }: Pick<CompiledPolicy, "sameLibrary" | "sameGroup">,
  how: Near,
  one: string,
  other: string
): boolean => (how === "home" ? one === other : how === "library" ? sameLibrary(one, other) : sameGroup(one, other))
