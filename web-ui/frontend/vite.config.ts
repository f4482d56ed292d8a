import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const api = process.env.PERFLOOP_API ?? 'http://127.0.0.1:8090';

export default defineConfig({
  plugins: [react()],
  build: {
    target: 'es2022',
    // Fonts and icons stay files of their own: the content security policy allows no data: fonts.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      checks: { bundlerTimings: false },
      // What many pages share comes as one file: a first page asks for 11 scripts, not 31.
      output: { codeSplitting: { groups: [{ name: 'shared', minShareCount: 10 }] } },
    },
  },
  css: {
    preprocessorOptions: { scss: { quietDeps: true } },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': api, '/reports': api },
  },
  test: {
    environment: 'jsdom',
    globals: false,
    setupFiles: ['src/testSetup.ts'],
    css: false,
    include: ['src/**/*.test.{ts,tsx}'],
  },
});
