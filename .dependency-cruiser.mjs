// The rings of CONTRIBUTING.md as rules. `scripts/importRules.test.ts` proves of each one that it catches a breach.

/** Folders of the core that may know ports. Every other folder is domain, a new one too. */
const outerCore = "desk|storage|testing|invariants|library"
const domain = `^packages/core/src/(?!(${outerCore})/)[^/]+/`
const tests = "\\.test\\.tsx?$|^packages/[^/]+/test/"

/** Modules of Effect that run, wait, tell the time or roll dice; domain code gets their results as arguments. */
const effects = [
  "Effect|Clock|Random|Layer|Context|Runtime|ManagedRuntime|Fiber|FiberHandle|FiberMap|FiberSet|Scheduler|Schedule",
  "Stream|Sink|Channel|Queue|PubSub|Ref|SynchronizedRef|SubscriptionRef|Deferred|Latch|Scope|Console|Logger|Tracer",
  "Config|ConfigProvider|FileSystem|Path|Terminal|Stdio|Crypto|Cache|ScopedCache|Pool|TxRef|TxQueue|Request|RequestResolver"
].join("|")

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    {
      name: "domain-knows-no-port",
      comment: "Decisions are pure: the desk brings the facts and commits what they decided.",
      severity: "error",
      from: { path: domain, pathNot: tests },
      to: { path: `^packages/core/src/(${outerCore})/|^packages/core/src/index\\.ts$` }
    },
    {
      name: "domain-runs-no-effect",
      comment: "Time, chance and ids come in as arguments. Biome forbids the same names imported from `effect` itself.",
      severity: "error",
      from: { path: domain, pathNot: tests },
      to: { path: `(^|/)effect/(dist/)?(${effects})(\\.js)?$` }
    },
    {
      name: "core-without-node",
      comment: "The core runs in a browser too.",
      severity: "error",
      from: { path: "^packages/core/src/", pathNot: tests },
      to: { dependencyTypes: ["core"] }
    },
    {
      name: "core-stands-alone",
      severity: "error",
      from: { path: "^packages/core/" },
      to: { path: "^packages/(?!core/)" }
    },
    {
      name: "marc-stands-alone",
      comment: "Reading bibliographic records needs no circulation.",
      severity: "error",
      from: { path: "^packages/marc/" },
      to: { path: "^packages/(?!marc/)" }
    },
    {
      name: "sql-knows-no-driver",
      comment: "What the SQL storages share is the same for all; connections live in the adapters.",
      severity: "error",
      from: { path: "^packages/storage-sql/src/", pathNot: tests },
      to: { path: "(^|/)(pg|pg-[^/]+|better-sqlite3|sqlite)(/|$)|^node:sqlite$|^packages/(?!core/|storage-sql/)" }
    },
    {
      name: "storage-knows-no-sibling",
      severity: "error",
      from: { path: "^packages/(adapter-sqlite|adapter-postgres)/src/", pathNot: tests },
      to: { path: "^packages/(?!core/|storage-sql/)", pathNot: "^packages/$1/" }
    },
    {
      name: "transport-knows-no-storage",
      severity: "error",
      from: { path: "^packages/(adapter-http|adapter-sip2)/src/", pathNot: tests },
      to: { path: "^packages/(?!core/)", pathNot: "^packages/$1/" }
    },
    {
      name: "unstable-effect-in-one-adapter",
      comment: "Effect marks the modules of its subfolders unstable: a change there must touch one package only.",
      severity: "error",
      from: { pathNot: "^packages/(adapter-http|cli)/" },
      to: {
        path: "(^|/)effect/(dist/)?(?!dist/|testing/)[a-z][a-z-]*(/|$)|(^|/)@effect/platform-"
      }
    },
    {
      name: "others-by-published-name",
      comment: "As a stranger would: `@openshelf/core`, never a path into another package.",
      severity: "error",
      from: { path: "^(packages|examples)/([^/]+)/" },
      to: { path: "^(packages|examples)/", pathNot: "^$1/$2/", dependencyTypes: ["local"] }
    },
    {
      name: "product-knows-no-tooling",
      severity: "error",
      from: { path: "^(packages|examples)/", pathNot: `${tests}|^[^/]+/[^/]+/[^/]+\\.config\\.ts$` },
      to: { path: "^scripts/|\\.test\\.tsx?$|(^|/)vitest/" }
    },
    {
      name: "no-circle",
      comment: "Types may name each other in a circle, as a loan and its item do; code may not.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } }
    },
    {
      name: "found",
      comment: "An import that leads nowhere.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true }
    }
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(packages|examples)/[^/]+/dist/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["@openshelf/source", "import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".d.ts"]
    }
  }
}
