import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const port = process.env['PORT'] ?? '4310'

/** Libraries that change seldom get files of their own, so that a new release of Foyer leaves them in the browser's cache. */
const vendors: ReadonlyArray<readonly [name: string, pattern: RegExp]> = [
  ['react', /node_modules\/(?:react|react-dom|scheduler)\//],
  [
    'aria',
    /node_modules\/(?:react-aria|react-aria-components|react-stately|@react-aria|@react-types|@internationalized)\//,
  ],
  ['time', /node_modules\/temporal-/],
  ['data', /node_modules\/@tanstack\//],
  ['words', /node_modules\/(?:i18next|react-i18next)\//],
]

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    rolldownOptions: {
      // What patients load stands apart from the desk and brings little with it.
      input: { index: 'index.html', book: 'book.html' },
      output: {
        // The reader of text asks for its languages by name, in one folder.
        assetFileNames: ({ names }) =>
          names.some((name) => name.endsWith('.traineddata.gz'))
            ? 'assets/tessdata-4.0.0/[name][extname]'
            : 'assets/[name]-[hash][extname]',
        codeSplitting: { groups: vendors.map(([name, test]) => ({ name, test })) },
      },
    },
  },
  server: {
    proxy: { '/api': { target: `http://127.0.0.1:${port}`, changeOrigin: false } },
  },
})
