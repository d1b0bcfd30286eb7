import type { Article, Section } from '../article/article-tree.ts';
import { UserError } from '../errors.ts';
import { escapeDirections, jsonView } from '../render/json/render-json.ts';
import { loadArticle } from '../source/load.ts';
import type { System } from '../system.ts';
import { write } from '../terminal/output.ts';
import type { View } from '../view/view.ts';
import { chooseSections } from './choose-sections.ts';
import type { BatchOptions, ExtentOptions, SectionOptions, SourceOptions } from './options.ts';
import { selectorsOf, splitRequest } from './split-request.ts';

/** A function that creates the view of one of many articles. */
export type MakeView = (article: Article, sections: readonly Section[] | undefined) => View | Promise<View>;

/** The result of one source. */
interface Outcome {
  /** A line of JSON. */
  readonly line: string;
  readonly isFailed: boolean;
}

/** How many sources a thread may be ahead of the next one to be printed, which bounds the memory. */
const ahead = 8;

/**
 * Prints a view of each source that standard input names as one JSON object a line, in order: the view by the schema
 * with its `source`, or `source`, `error` and `hint`. `selectors` name sections of every source.
 *
 * @throws UserError at the end, when one of them has failed.
 */
export async function batch(
  selectors: readonly string[],
  makeView: MakeView,
  options: SourceOptions & SectionOptions & BatchOptions,
  system: System,
): Promise<void> {
  const all = [...selectors, ...selectorsOf(options)];
  const record = (source: string) => recordOf(source, all, makeView, options, system);
  const { answerTasks, isThread, parallelism, startThreads } = await import('../terminal/threads.ts');
  if (isThread) return answerTasks(record);
  const jobs = options.jobs ?? parallelism;
  const threads = jobs > 1 ? startThreads(jobs) : undefined;
  const run = threads
    ? (source: string) =>
        threads.run<Outcome>(source).catch(() => failure(source, new UserError('It took more memory than there is.')))
    : record;
  let count = 0;
  let failed = 0;
  const queue = createQueue<Promise<Outcome>>(threads ? jobs * ahead : 1);
  const print = async () => {
    for await (const outcome of queue) {
      const { line, isFailed } = await outcome;
      count++;
      if (isFailed) failed++;
      if (!(await write([line], system.stdout, { escapes: false }))) return queue.close();
    }
  };
  const read = async () => {
    for await (const source of sourcesOf(system, options.null ? '\0' : '\n')) {
      if (!(await queue.push(() => run(source)))) return;
    }
    queue.end();
  };
  try {
    const printed = print();
    // Standard input may stay open after standard output was closed.
    await Promise.race([Promise.all([read(), printed]), printed]);
  } finally {
    system.stdin.destroy?.();
    threads?.close();
  }
  if (failed > 0) {
    throw new UserError(`${failed} of ${count} failed.`, { hint: 'The reasons are in their records.' });
  }
}

/** A bounded queue from a producer to a consumer. */
interface Queue<Thing> extends AsyncIterable<Thing> {
  /** Waits for room, then makes an item; false when there is no consumer any more. */
  push(make: () => Thing): Promise<boolean>;
  end(): void;
  close(): void;
}

function createQueue<Thing>(room: number): Queue<Thing> {
  const things: Thing[] = [];
  let state: 'open' | 'ended' | 'closed' = 'open';
  const waiting: (() => void)[] = [];
  const changed = () => new Promise<void>((resolve) => waiting.push(resolve));
  const change = () => {
    for (const goOn of waiting.splice(0)) goOn();
  };
  return {
    async push(make) {
      while (things.length >= room && state === 'open') await changed();
      if (state !== 'open') return false;
      things.push(make());
      change();
      return true;
    },
    end() {
      state = 'ended';
      change();
    },
    close() {
      state = 'closed';
      change();
    },
    async *[Symbol.asyncIterator]() {
      for (;;) {
        const [thing] = things;
        if (thing !== undefined) {
          yield thing;
          things.shift();
          change();
        } else if (state === 'open') {
          await changed();
        } else {
          return;
        }
      }
    },
  };
}

/** Reads the names of sources from standard input, one by one. */
async function* sourcesOf({ stdin }: System, end: string): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of stdin) {
    rest += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const names = rest.split(end);
    rest = names.pop() ?? '';
    for (const name of names) if (clean(name, end) !== '') yield clean(name, end);
  }
  if (clean(rest, end) !== '') yield clean(rest, end);
}

function clean(name: string, end: string): string {
  return end === '\n' ? name.replace(/\r$/, '') : name;
}

async function recordOf(
  source: string,
  selectors: readonly string[],
  makeView: MakeView,
  options: SourceOptions & ExtentOptions,
  system: System,
): Promise<Outcome> {
  try {
    if (source === '-') throw new UserError('Standard input brings the names of the sources.');
    const { fragment, source: name = source } = await splitRequest([source], {}, system);
    const article = await loadArticle(name, system, options);
    const request = { source: name, selectors, ...(fragment && { fragment }) };
    const sections = await chooseSections(article, request, system, options);
    return { line: render(source, await makeView(article, sections)), isFailed: false };
  } catch (error) {
    return failure(source, error);
  }
}

function render(source: string, view: View): string {
  return `${escapeDirections(JSON.stringify({ source, ...jsonView(view) }))}\n`;
}

function failure(source: string, error: unknown): Outcome {
  const { message, hint } = error as { readonly message?: unknown; readonly hint?: unknown };
  const record = { source, error: String(message ?? error), ...(typeof hint === 'string' && { hint }) };
  return { line: `${escapeDirections(JSON.stringify(record))}\n`, isFailed: true };
}
