import { decidePay, payLookup } from "../accounts/pay.ts"
import { command } from "./command.ts"

export const payShape = { name: "pay", idCount: 2, lookup: payLookup, decide: decidePay } as const

/** Carries out `pay`. */
export const pay = command(payShape)
