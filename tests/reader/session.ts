import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArticle } from '../../src/article/parse-article.ts';
import { frame } from '../../src/reader/frame/frame.ts';
import { createDecoder } from '../../src/reader/keys/decode.ts';
import { openState } from '../../src/reader/state/geometry.ts';
import type { Effect, Look, OpenText, ReaderEvent, State } from '../../src/reader/state/model.ts';
import { hasIdleWork, update } from '../../src/reader/state/update.ts';
import { loadTools } from '../../src/render/load-tools.ts';
import { plainPage } from '../../src/render/page.ts';
import { type Line, lineColumns, lineText } from '../../src/render/segment.ts';
import type { Tools } from '../../src/render/tools.ts';
import { foldedWords } from '../../src/text/fold.ts';
import { createMatcher } from '../../src/view/search/matcher.ts';

export const look: Look = {
  page: { ...plainPage, width: 80, links: 'none', colorLevel: 1 },
  measure: 80,
  usual: 80,
  theme: 'default',
  tools: {},
};

/** A reader without a terminal: events go in, frames and effects come out. */
export class Session {
  state: State;
  /** The effects that the reader has requested, as a person would write them down. */
  readonly requests: string[] = [];

  constructor(
    text: OpenText,
    columns: number,
    rows: number,
    readonly texts: (source: string) => OpenText | undefined = () => undefined,
    ownLook: Look = look,
  ) {
    this.state = openState({ columns, rows }, text, ownLook, true);
  }

  async send(event: ReaderEvent): Promise<void> {
    const { state, effects } = update(this.state, event);
    this.state = state;
    for (const effect of effects) await this.#perform(effect);
    // Bounded: a search that does not come to an end is a fault to be seen.
    for (let turn = 0; turn < 10_000 && hasIdleWork(this.state); turn++) {
      this.state = update(this.state, { type: 'idle' }).state;
    }
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.send({ type: 'key', key });
  }

  /** Sends what a terminal would. */
  async type(bytes: string): Promise<void> {
    const decoder = createDecoder();
    for (const event of [...decoder.push(Buffer.from(bytes)), ...decoder.flush()]) await this.send(event);
  }

  async #perform(effect: Effect): Promise<void> {
    switch (effect.type) {
      case 'match': {
        const { pattern, regexp } = effect;
        try {
          const find = await createMatcher([pattern], { regexp });
          await this.send({ type: 'matcher', pattern, regexp, find });
        } catch (error) {
          await this.send({ type: 'message', text: (error as Error).message, lasting: true });
        }
        break;
      }
      case 'open': {
        const text = this.texts(effect.source);
        const { fragment } = effect;
        if (text) await this.send({ type: 'opened', text, ...(fragment !== undefined && { at: fragment }) });
        else await this.send({ type: 'message', text: `cannot open ${effect.source}` });
        break;
      }
      case 'copy':
        this.requests.push(`copy ${JSON.stringify(effect.text)}`);
        await this.send({ type: 'message', text: `copied ${effect.what}` });
        break;
      case 'expire':
        break;
      case 'sentences': {
        const sentences = new Map(
          this.state.layout.sections.map(({ title }, index) => [index, `What “${title}” says.`]),
        );
        await this.send({ type: 'sentences', sentences });
        break;
      }
      case 'keep':
        this.requests.push(`keep ${effect.text.article.title} at ${effect.place.section}+${effect.place.offset}`);
        break;
      case 'edit':
        this.requests.push(`edit ${effect.path} at line ${effect.line}`);
        break;
      default: {
        const { type, ...rest } = effect;
        this.requests.push([type, ...Object.values(rest)].join(' '));
      }
    }
  }

  frame(): readonly Line[] {
    return frame(this.state);
  }
}

/** Opens a text of a file; a real one is known by its path. */
export function openFile(path: string): OpenText {
  return { article: parseArticle(readFileSync(path, 'utf8')), source: path, path, marks: {} };
}

export async function toolsFor(text: OpenText): Promise<Tools> {
  return loadTools({ kind: 'article', article: text.article }, look.page, (run) => {
    run();
    return true;
  });
}

/** Writes a frame as text: its rows between bars, and below them what is shown inverse. */
function drawn(lines: readonly Line[], columns: number): string {
  const edge = `+${'-'.repeat(columns)}+`;
  const rows = lines.map((line) => `|${lineText(line)}|`);
  const inverse = lines.flatMap((line, row) => {
    const inverted: string[] = [];
    let at = 0;
    let run = '';
    let start = 0;
    for (const segment of [...line, { text: '', style: 0 }]) {
      if (segment.style & (1 << 10)) {
        if (run === '') start = at;
        run += segment.text;
      } else if (run !== '') {
        inverted.push(`inverse ${row + 1}:${start + 1} ${JSON.stringify(run)}`);
        run = '';
      }
      at += lineColumns([segment]);
    }
    return inverted;
  });
  return [edge, ...rows, edge, ...inverse].join('\n');
}

/** Plays a session that is written down: `text:`, `screen:`, `keys:` and so on, and gives it back with its frames. */
export async function play(file: string): Promise<string> {
  const written = readFileSync(file, 'utf8').split('\n');
  const out: string[] = [];
  let session: Session | undefined;
  let columns = 80;
  let rows = 24;
  const folder = dirname(file);
  const texts = (source: string): OpenText | undefined => {
    try {
      const text = openFile(join(folder, '../texts', source.replace(/^.*\//, '')));
      return { ...text, source, path: `/texts/${source.replace(/^.*\//, '')}` };
    } catch {
      return undefined;
    }
  };
  let ownLook: Look = look;
  let name = '';
  const current = async (): Promise<Session> => {
    if (!session) {
      const text = texts(name);
      if (!text) throw new Error(`${file}: there is no text ${name}`);
      session = new Session(text, columns, rows, texts, { ...ownLook, tools: await toolsFor(text) });
    }
    return session;
  };
  for (const line of written) {
    const [, command, rest = ''] = /^(\w+):\s*(.*)$/.exec(line) ?? [];
    if (line.startsWith('#')) out.push(line);
    if (command === undefined) continue;
    out.push(line.trimEnd());
    if (command === 'text') name = rest;
    else if (command === 'ascii') ownLook = { ...ownLook, page: { ...ownLook.page, unicode: false } };
    else if (command === 'screen') {
      [columns = 80, rows = 24] = rest.split('x').map(Number);
      if (session) await session.send({ type: 'resize', size: { columns, rows } });
    } else if (command === 'keys') await (await current()).press(...rest.split(/\s+/).filter(Boolean));
    else if (command === 'type') await (await current()).type(JSON.parse(`"${rest.replaceAll('"', '\\"')}"`));
    else if (command === 'wait')
      await (await current()).send({ type: 'expired', moment: (await current()).state.moment });
    else if (command === 'reload') {
      const text = texts(rest);
      if (text) await (await current()).send({ type: 'reloaded', text, reason: 'file' });
    } else if (command === 'texts') {
      const entries = rest.split(/\s+/).map((target) => ({
        target,
        label: target,
        detail: '37\u00a0%',
        indent: 0,
        folded: foldedWords(target).join(' '),
      }));
      await (await current()).send({ type: 'texts', entries });
    } else if (command !== 'show') throw new Error(`${file}: what is ${command}:?`);
    if (!session && !/^(keys|type|wait|reload|texts|show)$/.test(command)) continue;
    const playing = await current();
    out.push(...playing.requests.splice(0).map((request) => `requests ${request}`));
    out.push(drawn(playing.frame(), columns), '');
  }
  return `${out.join('\n').trimEnd()}\n`;
}
