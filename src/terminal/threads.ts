import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';

/** Worker threads that run this program with the same command line, one task at a time each. */
export interface Threads {
  /** Runs a task in a thread and resolves to its answer. Rejects when the thread ends without one. */
  run<Answer>(task: string): Promise<Answer>;
  close(): void;
}

/** Whether this is such a thread. */
export const isThread = !isMainThread;

/** How many threads this machine runs at the same time. */
export const parallelism = availableParallelism();

/** Starts threads on demand, `count` at most. */
export function startThreads(count: number): Threads {
  const all = new Set<Worker>();
  const idle: Worker[] = [];
  const waiting: (() => void)[] = [];
  let started = 0;
  let isClosed = false;

  async function take(): Promise<Worker> {
    for (;;) {
      const worker = idle.pop();
      if (worker) return worker;
      if (isClosed) throw new Error('no thread runs any more');
      if (started < count) {
        started++;
        const [, program = ''] = process.argv;
        // Quiet: the thread's output is in its answers.
        const fresh = new Worker(program, { argv: process.argv.slice(2), stdin: true, stdout: true, stderr: true });
        fresh.on('error', () => {});
        all.add(fresh);
        return fresh;
      }
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
  }

  return {
    async run<Answer>(task: string) {
      const worker = await take();
      try {
        const answer = await new Promise<Answer>((resolve, reject) => {
          const end = () => reject(new Error('the thread ended'));
          worker.once('exit', end);
          worker.once('message', (answer: Answer) => {
            worker.off('exit', end);
            resolve(answer);
          });
          worker.postMessage(task);
        });
        idle.push(worker);
        return answer;
      } catch (error) {
        started--;
        all.delete(worker);
        throw error;
      } finally {
        waiting.shift()?.();
      }
    },
    close() {
      isClosed = true;
      for (const worker of all) void worker.terminate();
    },
  };
}

/** Answers tasks in a thread, in order, until the thread is ended. */
export function answerTasks(act: (task: string) => Promise<unknown>): Promise<never> {
  parentPort?.on('message', (task: string) => {
    void act(task).then((answer) => parentPort?.postMessage(answer));
  });
  return new Promise(() => {});
}
