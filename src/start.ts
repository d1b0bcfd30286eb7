import { run } from './main.ts';
import { systemWorld } from './terminal/system-world.ts';

/** Runs the program in this process and gives its exit code. The bundled articles lie beside its folder. */
export function start(argv: readonly string[], folder: string): Promise<number> {
  return run(argv, systemWorld(`${folder}/../articles`));
}
