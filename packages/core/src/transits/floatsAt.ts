import { isNear, type Near } from "../decision/near.ts"
import type { CompiledPolicy } from "../policy/index.ts"

/** Whether a copy stays at a branch where it is returned: `floating`. */
export const floatsAt = (
  branch: string,
  homeBranch: string,
  floating: "no" | "everywhere" | Exclude<Near, "home">,
  policy: Pick<CompiledPolicy, "sameLibrary" | "sameGroup">
): boolean => floating === "everywhere" || (floating !== "no" && isNear(policy, floating, homeBranch, branch))
