import { defineConfig } from "vitest/config"

const conditions = ["@openshelf/source", "module", "node", "development|production"]

export default defineConfig({
  ssr: { resolve: { conditions } },
  test: {
    include: [
      "packages/*/src/**/*.test.{ts,tsx}",
      "packages/*/test/**/*.test.{ts,tsx}",
      "examples/*/{src,test}/**/*.test.{ts,tsx}",
      "scripts/**/*.test.ts"
    ],
    globalSetup: ["scripts/vitest-postgres.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000
  }
})
