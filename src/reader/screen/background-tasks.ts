import { extensionOf, textKind } from '../../source/extensions.ts';
import type { LoadOptions } from '../../source/parse-received.ts';
import type { System } from '../../system.ts';
import { editorCommand, openBrowser, runOnTerminal } from '../../terminal/programs.ts';
import { cleanLine } from '../../text/sanitize.ts';
import type { Effect, OpenText, ReaderEvent, State } from '../state/model.ts';
import { openLinked, openText } from './open-text.ts';
import type { ReadingHistory } from './reading-history.ts';

/** An effect that takes its time. */
export type Task = Extract<Effect, { type: 'match' | 'sentences' | 'browse' | 'edit' | 'reload' | 'open' }>;

/** What the tasks need of their reader. */
export interface Sender {
  readonly state: () => State;
  readonly send: (event: ReaderEvent) => void;
  /** Lends the terminal to a program while it runs. */
  readonly lend: (run: () => Promise<unknown>) => Promise<void>;
  /** Shows an error below the text. */
  readonly report: (reason: string) => void;
}

export interface TaskOptions {
  readonly system: System;
  readonly load: LoadOptions;
}

/** Milliseconds of processor time that highlighting may take. */
const highlightTime = 2000;

/** Tasks that run while one reads on; the result of each comes as an event. */
export class BackgroundTasks {
  /** Counts the requests to open a text: a result that comes too late is not shown. */
  #opening = 0;
  #isOpening = false;

  constructor(
    readonly sender: Sender,
    readonly options: TaskOptions,
    readonly history: ReadingHistory,
  ) {}

  do(task: Task): void {
    switch (task.type) {
      case 'match':
        this.#later(() => this.#match(task));
        break;
      case 'sentences':
        this.#later(() => this.#findSentences());
        break;
      case 'browse':
        this.#later(() => this.#browse(task.address));
        break;
      case 'edit':
        this.#later(() => this.#edit(task));
        break;
      case 'reload':
        this.reload('requested');
        break;
      case 'open':
        this.#open(task);
        break;
    }
  }

  /** Cancels the text being opened; false where none is. */
  cancel(): boolean {
    if (!this.#isOpening) return false;
    this.#isOpening = false;
    this.#opening++;
    return true;
  }

  /** Loads what the text needs to be laid out: colours for its code, line breaking for its script. */
  loadTools(): void {
    this.#later(() => this.#loadTools());
  }

  /** Reads the text again: because its file has changed, or because it was requested. */
  reload(reason: 'file' | 'requested'): void {
    const { text } = this.sender.state();
    const { source } = text;
    if (source === undefined) return;
    const turn = ++this.#opening;
    this.#later(async () => {
      const { system, load } = this.options;
      const { folder } = this.history;
      const refresh = text.address !== undefined && reason === 'requested' && !load.offline;
      const read = await openText(source, system, { ...load, ...(refresh && { refresh }), folder });
      if (turn !== this.#opening || this.sender.state().text.article !== text.article) return;
      // A file that has only been touched is not new.
      if (reason === 'file' && read.article.source === text.article.source) return;
      this.sender.send({ type: 'reloaded', text: read, reason });
      await this.#loadTools();
    });
  }

  /** Runs a task; its error is reported, unless another text has been opened since. */
  #later(act: () => Promise<void>): void {
    const turn = this.#opening;
    act().catch((error: unknown) => {
      if (turn !== this.#opening) return;
      this.#isOpening = false;
      this.sender.report(cleanLine(error instanceof Error ? error.message : String(error)));
    });
  }

  #open({ source, from, fragment }: Extract<Effect, { type: 'open' }>): void {
    const turn = ++this.#opening;
    this.#isOpening = true;
    this.#later(async () => {
      const { system, load } = this.options;
      const onProgress = (received: number): void => {
        const text = `opening ${cleanLine(source)}: ${Math.ceil(received / 1000)} kB`;
        if (turn === this.#opening) this.sender.send({ type: 'message', text, lasting: true });
      };
      const options = { ...load, folder: this.history.folder, onProgress };
      const text: OpenText =
        from === 'link'
          ? await openLinked(source, this.sender.state().text, system, options)
          : await openText(source, system, options);
      if (turn !== this.#opening) return;
      this.#isOpening = false;
      const at = fragment ?? this.history.find(text)?.place;
      this.sender.send({ type: 'opened', text, ...(at !== undefined && { at }) });
      await this.#loadTools();
    });
  }

  async #loadTools(): Promise<void> {
    const { loadTools } = await import('../../render/load-tools.ts');
    const { timeLimit } = await import('../../terminal/time-limit.ts');
    const { text, layout } = this.sender.state();
    const { article } = text;
    const tools = await loadTools({ kind: 'article', article }, layout.page, timeLimit(highlightTime));
    const { look, text: now } = this.sender.state();
    // Those of the text before, such as its language's hyphenation, do not suit this one.
    const isNeeded = Object.keys({ ...tools, ...look.tools }).length > 0;
    if (isNeeded && now.article === article) this.sender.send({ type: 'tools', tools });
  }

  async #match({ pattern, regexp }: Extract<Effect, { type: 'match' }>): Promise<void> {
    const { createMatcher } = await import('../../view/search/matcher.ts');
    const find = await createMatcher([pattern], { regexp });
    this.sender.send({ type: 'matcher', pattern, regexp, find });
  }

  async #findSentences(): Promise<void> {
    const { summarize } = await import('../../view/summary/summarize.ts');
    const { layout } = this.sender.state();
    const { sentences } = await summarize(layout.article, { each: true });
    const bySection = new Map(sentences.map(({ section, text }) => [layout.sections.indexOf(section), text]));
    this.sender.send({ type: 'sentences', sentences: bySection });
    this.sender.send({ type: 'message', text: 'what each section says; s hides it' });
  }

  async #browse(address: string): Promise<void> {
    const isOpen = await openBrowser(address, this.options.system.env, (run) => this.sender.lend(run));
    if (!isOpen) this.sender.send({ type: 'message', text: 'no browser can be started' });
  }

  async #edit({ path, line }: Extract<Effect, { type: 'edit' }>): Promise<void> {
    const { system } = this.options;
    // What is not Markdown was converted: its lines are others.
    const own = textKind(extensionOf(path)) === 'markdown' ? line : 1;
    await this.sender.lend(() => runOnTerminal(editorCommand(system.env, path, own), system.env));
    this.reload('file');
  }
}
