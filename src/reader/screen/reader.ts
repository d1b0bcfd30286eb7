import type { Section } from '../../article/article-tree.ts';
import type { LoadOptions } from '../../source/parse-received.ts';
import type { System } from '../../system.ts';
import type { Device, DeviceListeners, DeviceModes } from '../../terminal/device.ts';
import { cleanLine } from '../../text/sanitize.ts';
import { frame } from '../frame/frame.ts';
import { createDecoder, escapeDelay } from '../keys/decode.ts';
import { findPlace } from '../places/place.ts';
import { openState, scrolledTo } from '../state/geometry.ts';
import type { Effect, Entry, Look, OpenText, ReaderEvent, State } from '../state/model.ts';
import { keep } from '../state/switch-text.ts';
import { hasIdleWork, update } from '../state/update.ts';
import { BackgroundTasks } from './background-tasks.ts';
import { FileWatcher } from './file-watcher.ts';
import { createFrameWriter } from './frame-writer.ts';
import { ReadingHistory } from './reading-history.ts';
import { copySequence, enterModes, leaveModes, mostCopied, mouseModes } from './terminal-sequences.ts';

/** What a reader is opened with. */
export interface ReaderOptions {
  readonly system: System;
  readonly look: Look;
  readonly load: LoadOptions;
  /** Where places are stored; undefined where none are to be, or can be. */
  readonly folder: string | undefined;
  /** The section to begin at, in place of where the text was left. */
  readonly section?: Section;
  /** The articles on the shelf, to choose from where no text is named. */
  readonly shelf: readonly Entry[];
  /** Opens the terminal; undefined where there is none. */
  readonly openDevice: (modes: DeviceModes, listeners: DeviceListeners) => Device | undefined;
  readonly now: () => number;
}

/**
 * Shows a text in the full screen until the reader quits. False where there is no terminal, with nothing shown. `text`
 * may be only the beginning of a long one: then `rest` loads the whole.
 */
export async function read(text: OpenText, options: ReaderOptions, rest?: () => Promise<OpenText>): Promise<boolean> {
  return new Reader(text, options).run(rest);
}

class Reader {
  #state: State;
  readonly #decoder = createDecoder();
  readonly #writer = createFrameWriter();
  readonly #history: ReadingHistory;
  readonly #watch = new FileWatcher(() => this.#guarded(() => this.#tasks.reload('file')));
  readonly #tasks: BackgroundTasks;
  #device: Device | undefined;
  #leave: (error?: unknown) => void = () => {};
  #isOver = false;
  #isDrawn = true;
  #isIdle = false;
  #escape: NodeJS.Timeout | undefined;

  constructor(
    text: OpenText,
    readonly options: ReaderOptions,
  ) {
    const { columns, rows } = options.system.stdout;
    this.#history = new ReadingHistory(options.folder, options.now);
    const sender = {
      state: () => this.#state,
      send: (event: ReaderEvent) => this.#send(event),
      lend: async (run: () => Promise<unknown>) => this.#device?.lend(run),
      report: (text: string) => this.#guarded(() => this.#send({ type: 'message', text, lasting: true })),
    };
    this.#tasks = new BackgroundTasks(sender, options, this.#history);
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
      this.#watch.follow(undefined);
      clearTimeout(this.#escape);
      this.#device.close();
    }
    return true;
  }

  #begin(rest: (() => Promise<OpenText>) | undefined): void {
    const { section } = this.options;
    const { text } = this.#state;
    this.#resize();
    if (text.article.source === '') this.#send({ type: 'texts', entries: this.#history.texts(this.options.shelf) });
    else if (section) {
      const { layout } = this.#state;
      this.#state = scrolledTo(this.#state, layout.beginningOf(layout.sections.indexOf(section)));
    } else if (!rest) this.#resume();
    this.#watch.follow(this.#state.watch ? text.path : undefined);
    // Someone who has never been here does not know the keys.
    if (text.article.source !== '' && this.#history.isEmpty) {
      this.#send({ type: 'message', text: '? shows the keys, q leaves', lasting: true });
    }
    this.#draw();
    setImmediate(() => (rest ? this.#await(rest) : this.#tasks.loadTools()));
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
        this.#tasks.loadTools();
      })
      .catch((error: unknown) => {
        // Parsing is aborted when the reader quits.
        if (!this.#isOver) this.#fail(error);
      });
  }

  /** Goes to where the text was left. */
  #resume(): void {
    const kept = this.#history.find(this.#state.text);
    if (!kept || !(kept.place.fraction > 0)) return;
    const at = findPlace(this.#state.layout, kept.place);
    this.#state = scrolledTo(this.#state, at);
    const percent = Math.floor(kept.read * 100);
    const text = `continued at ${percent}\u00a0%, ${this.#history.ago(kept)}; g starts over`;
    this.#send({ type: 'message', text });
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
    if (event.type === 'key' && event.key === 'escape' && this.#tasks.cancel()) {
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

  /** Draws once for all input that arrived together. */
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

  /** Continues a search while no key is pressed. */
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
        this.#history.keep(effect);
        break;
      case 'watch':
        this.#watch.follow(effect.path);
        break;
      default:
        this.#tasks.do(effect);
    }
  }

  #copy(text: string, what: string): void {
    const sequence = copySequence(text);
    if (sequence !== undefined) this.#device?.write(sequence);
    const message =
      sequence === undefined ? `more than ${mostCopied / 1000} kB: not copied` : `copied: ${cleanLine(what)}`;
    this.#send({ type: 'message', text: message });
  }

  /** Stores the place after an error: that error is what is to be reported. */
  #keepAtAnyRate(): void {
    try {
      this.#keep();
    } catch {
      // A place that cannot be determined is not stored.
    }
  }

  #keep(): void {
    const { text } = this.#state;
    // Where the text was left before is not known while only its beginning is there.
    if (text.article.source !== '' && text.whole === undefined) this.#history.keep(keep(this.#state));
  }
}
