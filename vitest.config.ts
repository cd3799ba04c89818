import { defaultExclude, defineConfig } from "vitest/config"

const conditions = ["@openshelf/source", "module", "node", "development|production"]

/** They measure the memory of a process that they start, to which what this one loaded before would count. */
const memoryTests = ["packages/marc/test/memory.test.ts", "packages/cli/src/frugalMemory.test.ts"]

export default defineConfig({
  ssr: { resolve: { conditions } },
  test: {
    globalSetup: ["scripts/vitest-postgres.ts"],
    projects: [
      {
        ssr: { resolve: { conditions } },
        test: {
          name: "together",
          include: [
            "packages/*/src/**/*.test.{ts,tsx}",
            "packages/*/test/**/*.test.{ts,tsx}",
            "examples/*/{src,test}/**/*.test.{ts,tsx}",
            "scripts/**/*.test.ts"
          ],
          exclude: [...defaultExclude, ...memoryTests],
          // Modules are loaded once, not once for each file: no test leaves anything behind in one.
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 60_000
        }
      },
      {
        ssr: { resolve: { conditions } },
        test: { name: "memory", include: memoryTests, testTimeout: 30_000, hookTimeout: 60_000 }
      }
    ]
  }
})
