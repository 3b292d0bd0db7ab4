import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    target: 'es2024',
    // The page allows scripts and pictures of its own origin only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
})
