import type { KnipConfig } from "knip"

export default {
  workspaces: {
    ".": {
      // Named by path in a command or a configuration that knip does not read.
      entry: ["scripts/*.{ts,mjs}", "scripts/browser/inflate.ts", "scripts/test/{packed,testReport}.ts"],
      project: ["scripts/**/*.{ts,mjs}"]
    },
    bench: {
      entry: [
        "src/main.ts",
        "src/day/main.ts",
        "src/sqlite/{fillNight,runNight}.ts",
        "src/targeting/{deriveCosts,runTargeting}.ts"
      ],
      project: ["src/**/*.ts"]
    },
    // Programs that a test starts, to be killed: named by path.
    "packages/*": { entry: ["{src,test}/**/*.test.{ts,tsx}", "test/*At.ts"], project: ["{src,test}/**/*.{ts,tsx}"] },
    "examples/*": {
      entry: ["src/main.{ts,tsx}", "{src,test}/**/*.test.{ts,tsx}"],
      project: ["{src,test,page}/**/*.{ts,tsx}"]
    }
  },
  // A type is worth exporting for whoever names what a function gives back.
  ignoreExportsUsedInFile: { interface: true, type: true },
  rules: { dependencies: "warn", devDependencies: "warn", catalog: "warn", exports: "warn", types: "warn" }
} satisfies KnipConfig
