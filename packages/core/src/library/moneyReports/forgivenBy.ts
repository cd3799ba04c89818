import type { EntryRow } from "../../accounts/model.ts"
import type { Library } from "../openLibrary.ts"
import type { Period } from "./period.ts"
import { type Sums, sumsOf } from "./sumsOf.ts"

interface Asked extends Period {
  readonly tenant: string
  readonly zone?: string
}

/**
 * What was forgiven, by month, who did it, and how: `waiver`, `writeOff`, `chargeVoid` for charges undone, all below zero,
 * and `owedAgain` for payments and waivers undone, above zero.
 */
export const forgivenBy = (library: Library, asked: Asked): Promise<Sums<"month" | "actor" | "kind">> =>
  sumsOf(library, { ...asked, by: ["month", "actor", "kind"], where: isForgiving, kindOf })

const isForgiving = ({ kind }: EntryRow): boolean => kind === "waiver" || kind === "writeOff" || kind === "void"

const kindOf = ({ kind, amount }: EntryRow): string =>
  kind === "void" ? (amount < 0 ? "chargeVoid" : "owedAgain") : kind
