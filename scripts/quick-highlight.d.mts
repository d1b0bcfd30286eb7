import type { Plugin } from 'esbuild';

export const quickHighlight: Plugin;
