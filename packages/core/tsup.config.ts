import { defineConfig } from "tsup"

export default defineConfig({
  entry: [
    "src/index.ts",
    "src/library/archive/index.ts",
    "src/library/branchLists/index.ts",
    "src/library/redating/index.ts",
    "src/incidents/compensation/index.ts",
    "src/accounts/lateness/index.ts",
    "src/invariants/index.ts",
    "src/library/explaining/index.ts",
    "src/library/accountStatement.ts",
    "src/library/exportReader.ts",
    "src/library/incidents/index.ts",
    "src/library/interlending/index.ts",
    "src/library/externalPayment.ts",
    "src/library/forgiveSmallDebts.ts",
    "src/library/moneyDocuments/index.ts",
    "src/library/moneyReports/index.ts",
    "src/library/nights.ts",
    "src/library/office.ts",
    "src/library/deskWork.ts",
    "src/library/publish.ts",
    "src/decision/tableShapes.ts",
    "src/library/queues/index.ts",
    "src/library/reservations/index.ts",
    "src/policy/review.ts",
    "src/reservations/targeting/index.ts",
    "src/policy/documents.ts",
    "src/reservations/waiting/index.ts",
    "src/storage/memory.ts",
    "src/testing/index.ts"
  ],
  format: "esm",
  dts: true,
  clean: true,
  sourcemap: true,
  target: "node22",
  // Its entry for import is in a form that bundlers cannot follow; so its ES modules come along.
  noExternal: ["jsonc-parser"],
  external: [
    "@openshelf/core/incidents",
    "@openshelf/core/interlending",
    "@openshelf/core/invariants",
    "@openshelf/core/office",
    "@openshelf/core/publishing",
    "@openshelf/core/reservations",
    "@openshelf/core/documents"
  ],
  esbuildOptions: (options) => {
    options.mainFields = ["module", "main"]
  }
})
