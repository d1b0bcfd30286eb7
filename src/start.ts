import { run } from './main.ts';
import { processSystem } from './terminal/process-system.ts';

/** How a run has ended: its exit code, and whether all that it has said is written, so that nothing need be waited for. */
export interface Ended {
  readonly exitCode: number;
  readonly mayEnd: boolean;
}

/** Runs the program in this process. The bundled articles lie beside its folder. */
export async function start(argv: readonly string[], folder: string): Promise<Ended> {
  const system = processSystem(`${folder}/../articles`);
  const exitCode = await run(argv, system);
  return { exitCode, mayEnd: system.mayEnd };
}
