import react from "@vitejs/plugin-react"
import { defineConfig, type UserConfig } from "vite"

const configuration: UserConfig = defineConfig({
  root: "page",
  plugins: [react()],
  build: {
    outDir: "../dist/page",
    emptyOutDir: true,
    target: "es2023",
    // The server's policy for content allows its own files only: nothing inlined as data.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false }
  }
})

export default configuration
