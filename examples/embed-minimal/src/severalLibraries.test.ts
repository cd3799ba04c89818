import { expect, it } from "vitest"
import { aLoanBetweenSystems } from "./severalLibraries.ts"

it("goes as the page about several libraries says", async () => {
  expect(await aLoanBetweenSystems()).toEqual(["town: sentBack, hill: sentBack", "town: completed, hill: completed"])
})
