import { unwatchFile, watchFile } from 'node:fs';
import type { Section } from '../../article/types.ts';
import type { LoadOptions } from '../../source/load.ts';
import type { System } from '../../system.ts';
import type { Device, DeviceListeners, DeviceModes } from '../../terminal/device.ts';
import { editorCommand, openBrowser, runProgram } from '../../terminal/programs.ts';
import { foldedWords } from '../../text/fold.ts';
import { cleanLine } from '../../text/sanitize.ts';
import { frame } from '../frame/frame.ts';
import { createDecoder, escapeDelay } from '../keys/decode.ts';
import { findPlace } from '../places/place.ts';
import { ago, keepText, keyOf, listKept, readKept } from '../places/store.ts';
import type { Effect, Entry, Look, OpenText, ReaderEvent, State } from '../state/model.ts';
import { openState, scrolledTo } from '../state/state.ts';
import { keep } from '../state/switch.ts';
import { hasIdleWork, update } from '../state/update.ts';
import { createFrameWriter } from './painter.ts';
import { copySequence, enterModes, leaveModes, mostCopied, mouseModes } from './terminal-modes.ts';
import { openLinked, openText } from './texts.ts';

/** What a reader is opened with. */
export interface ReaderOptions {
  readonly system: System;
  readonly look: Look;
  readonly load: LoadOptions;
  /** Keeps nothing of what is read, and begins at the beginning. */
  readonly private: boolean;
  /** Where places are kept; undefined where none can be. */
  readonly folder: string | undefined;
  /** The section to begin at; else where the text was left. */
  readonly section?: Section;
  /** What is on the shelf, to choose from where no text is named. */
  readonly shelf: readonly Entry[];
  /** Takes the terminal; undefined where there is none. */
  readonly openDevice: (modes: DeviceModes, listeners: DeviceListeners) => Device | undefined;
  readonly now: () => number;
}

/**
 * Reads a text on the whole terminal until the reader leaves. False where there is no terminal, with nothing shown.
 * `text` may only be the beginning of a long one: `rest` gives the whole then.
 */
export async function read(text: OpenText, options: ReaderOptions, rest?: () => Promise<OpenText>): Promise<boolean> {
  const reader = new Reader(text, options);
  return reader.run(rest);
}

class Reader {
  #state: State;
  readonly #decoder = createDecoder();
  readonly #writer = createFrameWriter();
  readonly #folder: string | undefined;
  #device: Device | undefined;
  #leave: (error?: unknown) => void = () => {};
  #isOver = false;
  #isDrawn = true;
  #isIdle = false;
  #escape: NodeJS.Timeout | undefined;
  #watched: string | undefined;
  /** Counts what has been asked to be opened: what comes too late is not shown. */
  #opening = 0;
  #isOpening = false;

  constructor(
    text: OpenText,
    readonly options: ReaderOptions,
  ) {
    const { columns, rows } = options.system.stdout;
    this.#folder = options.folder;
    this.#state = openState({ columns: columns || 80, rows: rows || 24 }, text, options.look, true);
  }

  async run(rest: (() => Promise<OpenText>) | undefined): Promise<boolean> {
    const over = new Promise<void>((resolve, reject) => {
      this.#leave = (error) => (error === undefined ? resolve() : reject(error));
    });
    this.#device = this.options.openDevice(
      { enter: () => enterModes(this.#state.mouse), leave: leaveModes },
      {
        input: (bytes) => this.#guarded(() => this.#input(bytes)),
        resized: () => this.#guarded(() => this.#resize()),
        entered: () => this.#guarded(() => this.#drawAll()),
        ending: () => this.#keepAtAnyRate(),
      },
    );
    if (!this.#device) return false;
    try {
      this.#guarded(() => this.#begin(rest));
      await over;
    } catch (error) {
      this.#keepAtAnyRate();
      throw error;
    } finally {
      this.#isOver = true;
      this.#watch(undefined);
      clearTimeout(this.#escape);
      this.#device.close();
    }
    return true;
  }

  #begin(rest: (() => Promise<OpenText>) | undefined): void {
    const { section } = this.options;
    const { text } = this.#state;
    this.#resize();
    if (text.article.source === '') this.#send({ type: 'texts', entries: this.#texts() });
    else if (section) {
      const { layout } = this.#state;
      this.#state = scrolledTo(this.#state, layout.beginningOf(layout.sections.indexOf(section)));
    } else if (!rest) this.#resume();
    this.#watch(this.#state.watch ? text.path : undefined);
    // Whoever has never been here does not know the keys.
    if (text.article.source !== '' && listKept(this.#folder).length === 0) {
      this.#send({ type: 'message', text: '? shows the keys, q leaves', lasting: true });
    }
    this.#draw();
    if (rest) setImmediate(() => this.#await(rest));
  }

  /** Waits for the rest of a text, once its beginning is on the screen. */
  #await(rest: () => Promise<OpenText>): void {
    rest()
      .then((whole) => {
        // Another text may have been opened meanwhile.
        if (this.#state.text.whole === undefined) return;
        const isAtTop = this.#state.top.unit === 0;
        this.#send({ type: 'reloaded', text: whole, reason: 'rest' });
        if (isAtTop && this.options.section === undefined) this.#resume();
        this.#later(() => this.#loadTools());
      })
      .catch((error: unknown) => {
        // Once one has left, it has been told to end.
        if (!this.#isOver) this.#fail(error);
      });
  }

  /** Goes to where the text was left. */
  #resume(): void {
    const kept = readKept(this.#folder, keyOf(this.#state.text));
    if (!kept || !(kept.place.fraction > 0)) return;
    const at = findPlace(this.#state.layout, kept.place);
    this.#state = scrolledTo(this.#state, at);
    const percent = Math.floor(kept.read * 100);
    const when = ago(kept.time, this.options.now());
    this.#send({ type: 'message', text: `continued at ${percent}\u00a0%, ${when}; g starts over` });
  }

  /** Runs what may fail: an error ends the reader, and is thrown where it was opened. */
  #guarded(act: () => void): void {
    try {
      act();
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    this.#isOver = true;
    this.#leave(error ?? new Error('The reader has ended.'));
  }

  #input(bytes: Uint8Array): void {
    clearTimeout(this.#escape);
    for (const event of this.#decoder.push(bytes)) this.#send(event);
    if (this.#decoder.isWaiting()) {
      this.#escape = setTimeout(() => this.#guarded(() => this.#flush()), escapeDelay);
    }
  }

  #flush(): void {
    for (const event of this.#decoder.flush()) this.#send(event);
  }

  #send(event: ReaderEvent): void {
    if (this.#isOver) return;
    if (event.type === 'key' && event.key === 'escape' && this.#isOpening) {
      this.#isOpening = false;
      this.#opening++;
      this.#send({ type: 'message', text: 'not opened' });
      return;
    }
    const { state, effects } = update(this.#state, event);
    const isChanged = state !== this.#state;
    this.#state = state;
    for (const effect of effects) this.#perform(effect);
    if (isChanged || effects.length > 0) this.#draw();
    this.#goOn();
  }

  /** Draws once for all that has come in together. */
  #draw(): void {
    if (!this.#isDrawn) return;
    this.#isDrawn = false;
    setImmediate(() => this.#guarded(() => this.#drawNow()));
  }

  #drawNow(): void {
    this.#isDrawn = true;
    if (this.#isOver) return;
    const { size, layout } = this.#state;
    this.#writer.usePage(layout.page);
    const text = this.#writer.write(frame(this.#state), size.columns);
    if (text !== '') this.#device?.write(text);
  }

  #drawAll(): void {
    if (!this.#device) return;
    this.#writer.forget();
    this.#resize();
    this.#draw();
  }

  #resize(): void {
    const size = this.#device?.size();
    if (!size) return;
    this.#writer.forget();
    if (size.columns !== this.#state.size.columns || size.rows !== this.#state.size.rows) {
      this.#device?.write('\x1b[2J');
      this.#send({ type: 'resize', size });
    }
    this.#draw();
  }

  /** Searches on while nobody presses a key. */
  #goOn(): void {
    if (this.#isIdle || !hasIdleWork(this.#state)) return;
    this.#isIdle = true;
    setImmediate(() => {
      this.#isIdle = false;
      this.#guarded(() => this.#send({ type: 'idle' }));
    });
  }

  #perform(effect: Effect): void {
    switch (effect.type) {
      case 'quit':
        this.#keep();
        this.#isOver = true;
        this.#leave();
        break;
      case 'suspend':
        this.#keep();
        this.#device?.suspend();
        break;
      case 'redraw':
        this.#device?.write('\x1b[2J');
        this.#drawAll();
        break;
      case 'copy':
        this.#copy(effect.text, effect.what);
        break;
      case 'open':
        this.#open(effect.source, effect.from, effect.fragment);
        break;
      case 'browse':
        this.#later(async () => {
          const isOpen = await openBrowser(effect.address, this.options.system.env);
          if (!isOpen) this.#send({ type: 'message', text: 'no browser can be started' });
        });
        break;
      case 'edit':
        this.#later(() => this.#edit(effect.path, effect.line));
        break;
      case 'reload':
        this.#reload('asked');
        break;
      case 'match':
        this.#later(async () => {
          const { createMatcher } = await import('../../view/search/matcher.ts');
          const { pattern, regexp } = effect;
          const find = await createMatcher([pattern], { regexp });
          this.#send({ type: 'matcher', pattern, regexp, find });
        });
        break;
      case 'sentences':
        this.#later(async () => {
          const { summarize } = await import('../../view/summary/summarize.ts');
          const { layout } = this.#state;
          const view = await summarize(layout.article, { each: true });
          const sentences = new Map(
            view.sentences.map(({ section, text }) => [layout.sections.indexOf(section), text]),
          );
          this.#send({ type: 'sentences', sentences });
          this.#send({ type: 'message', text: 'what each section says; s hides it' });
        });
        break;
      case 'expire':
        setTimeout(
          () => this.#guarded(() => this.#send({ type: 'expired', moment: effect.moment })),
          effect.after,
        ).unref();
        break;
      case 'mouse':
        this.#device?.write(mouseModes(effect.captured));
        break;
      case 'keep':
        this.#keepText(effect);
        break;
      case 'watch':
        this.#watch(effect.path);
        break;
    }
  }

  /** Does what takes its time; what goes wrong with it is told below the text. */
  #later(act: () => Promise<void>): void {
    const turn = this.#opening;
    act().catch((error: unknown) => {
      if (turn !== this.#opening) return;
      this.#isOpening = false;
      const reason = error instanceof Error ? error.message : String(error);
      this.#guarded(() => this.#send({ type: 'message', text: cleanLine(reason), lasting: true }));
    });
  }

  #copy(text: string, what: string): void {
    const sequence = copySequence(text);
    if (sequence !== undefined) this.#device?.write(sequence);
    const told =
      sequence === undefined ? `more than ${mostCopied / 1000} kB: not copied` : `copied: ${cleanLine(what)}`;
    this.#send({ type: 'message', text: told });
  }

  #open(source: string, from: 'link' | 'list', fragment: string | undefined): void {
    const turn = ++this.#opening;
    this.#isOpening = true;
    this.#later(async () => {
      const { system, load } = this.options;
      const options = {
        ...load,
        private: this.options.private,
        onProgress: (received: number) => {
          const text = `opening ${cleanLine(source)}: ${Math.ceil(received / 1000)} kB`;
          if (turn === this.#opening) this.#send({ type: 'message', text, lasting: true });
        },
      };
      const text =
        from === 'link'
          ? await openLinked(source, this.#state.text, system, options)
          : await openText(source, system, options);
      if (turn !== this.#opening) return;
      this.#isOpening = false;
      const kept = fragment === undefined ? readKept(this.#folder, keyOf(text)) : undefined;
      const at = fragment ?? kept?.place;
      this.#send({ type: 'opened', text, ...(at !== undefined && { at }) });
      await this.#loadTools();
    });
  }

  /** Loads what the text now needs to be laid out: paint for its code, line breaking for its script. */
  async #loadTools(): Promise<void> {
    const { loadTools } = await import('../../render/load-tools.ts');
    const { timeLimit } = await import('../../terminal/time-limit.ts');
    const { article } = this.#state.text;
    const tools = await loadTools({ kind: 'article', article }, this.#state.layout.page, timeLimit(highlightTime));
    // Those of the text before, such as its language's hyphens, are none of this one's.
    const isNeeded = Object.keys({ ...tools, ...this.#state.look.tools }).length > 0;
    if (isNeeded && this.#state.text.article === article) this.#send({ type: 'tools', tools });
  }

  async #edit(path: string, line: number): Promise<void> {
    const { system } = this.options;
    await this.#device?.lend(() => runProgram(editorCommand(system.env, path, line), system.env));
    this.#reload('file');
  }

  #reload(reason: 'file' | 'asked'): void {
    const { text } = this.#state;
    const { source } = text;
    if (source === undefined) return;
    const turn = ++this.#opening;
    this.#later(async () => {
      const { system, load } = this.options;
      const refresh = text.address !== undefined && reason === 'asked' && !load.offline;
      const read = await openText(source, system, {
        ...load,
        ...(refresh && { refresh }),
        private: this.options.private,
      });
      if (turn !== this.#opening || this.#state.text.article !== text.article) return;
      // A file that has only been touched is not new.
      if (reason === 'file' && read.article.source === text.article.source) return;
      this.#send({ type: 'reloaded', text: read, reason });
      await this.#loadTools();
    });
  }

  #watch(path: string | undefined): void {
    if (path === this.#watched) return;
    if (this.#watched !== undefined) unwatchFile(this.#watched, this.#onChange);
    this.#watched = path;
    // Asked for its time now and then: it may be replaced by another file, and lie on another machine.
    if (path !== undefined) watchFile(path, { interval: watchInterval, persistent: false }, this.#onChange);
  }

  readonly #onChange = (now: { readonly size: number }): void => {
    // An editor may have taken it away for a moment.
    if (now.size > 0) this.#guarded(() => this.#reload('file'));
  };

  /** Keeps the place where something else has gone wrong: that is what is to be told. */
  #keepAtAnyRate(): void {
    try {
      this.#keep();
    } catch {
      // A place that cannot be found out is none.
    }
  }

  #keep(): void {
    const { text } = this.#state;
    // Where one was before is not known as long as only the beginning is.
    if (text.article.source !== '' && text.whole === undefined) this.#keepText(keep(this.#state));
  }

  #keepText({ text, place, read }: Extract<Effect, { type: 'keep' }>): void {
    if (this.#folder === undefined) return;
    keepText(this.#folder, {
      key: keyOf(text),
      ...(text.source !== undefined && { source: text.source }),
      title: cleanLine(text.article.title || (text.name ?? '')),
      place,
      read,
      marks: text.marks,
      time: this.options.now(),
    });
  }

  /** What was read last, with how far one is. */
  #texts(): readonly Entry[] {
    const now = this.options.now();
    const last = listKept(this.#folder).flatMap(({ source, title, read, time }) => {
      if (source === undefined) return [];
      const label = title === '' ? cleanLine(source) : title;
      const detail = `${Math.floor(read * 100)}\u00a0% · ${ago(time, now)}`;
      return [{ target: source, label, detail, indent: 0, folded: foldedWords(`${label} ${source}`).join(' ') }];
    });
    const known = new Set(last.map(({ target }) => target));
    return [...last, ...this.options.shelf.filter(({ target }) => !known.has(`${target}`))];
  }
}

/** The milliseconds that the colours of some code may take, and between two looks at a file. */
const highlightTime = 2000;
const watchInterval = 500;
