import { realpathSync, statSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import type { Article, Section } from '../article/article-tree.ts';
import { UserError } from '../errors.ts';
import { render } from '../render/render-to-string.ts';
import { findReadme } from '../source/input/folder-files.ts';
import { loadArticle } from '../source/load.ts';
import type { System } from '../system.ts';
import { isAddress } from '../text/parse-url.ts';
import { resolveExpressions } from '../view/expressions.ts';
import { search } from '../view/search/find-matches.ts';
import { selectSections } from '../view/select.ts';
import { summarize } from '../view/summary/summarize.ts';
import type { View } from '../view/view.ts';
import { listFiles } from './list-files.ts';
import type { Tool } from './protocol.ts';

/** Characters of an answer: a longer text is to be requested by sections. */
const longestAnswer = 100_000;

const source = {
  type: 'string',
  description: 'A file, by its path below the folder that the server was started in, or an address (http, https).',
};
const sections = {
  type: 'array',
  items: { type: 'string' },
  description:
    'Sections by number (2.1), range (2-4), id (#intro), words of the title or /expression/. Default: the whole article.',
};

/** Creates the tools of the server. They reach files below the system's folder, and addresses, and nothing else. */
export function createTools(system: System): readonly Tool[] {
  return [
    tool(
      'list',
      'List the sections of an article: number, id, level, words, title, first and last line, separated by tabs. Without a source: the files that can be read, in all folders below.',
      { source },
      [],
      async (given) => {
        if (!given.has('source')) return readable(system);
        return plain({ kind: 'outline', article: (await load(given, system)).article, lines: true });
      },
    ),
    tool(
      'read',
      'Read an article, or some of its sections, as Markdown.',
      { source, sections },
      ['source'],
      async (given) => {
        const { article, chosen } = await load(given, system);
        const view: View = chosen ? { kind: 'sections', article, sections: chosen } : { kind: 'article', article };
        return render(view, { format: 'markdown' });
      },
    ),
    tool(
      'search',
      'Find every place of an article where a text occurs: line, section number, id and sentence, separated by tabs.',
      {
        source,
        pattern: { type: 'string', description: 'What to look for; case and accents are ignored unless it has them.' },
        regexp: { type: 'boolean', description: 'The pattern is a regular expression (RE2).' },
        sections,
      },
      ['source', 'pattern'],
      async (given) => {
        const { article, chosen } = await load(given, system);
        const options = { regexp: given.is('regexp'), lines: true, ...(chosen && { sections: chosen }) };
        return plain(await search(article, [given.text('pattern')], options)) || 'It is not found.';
      },
    ),
    tool(
      'summarize',
      'Sum up an article, or some of its sections, in its own sentences.',
      { source, sections, sentences: { type: 'integer', minimum: 1, maximum: 100, description: 'How many.' } },
      ['source'],
      async (given) => {
        const { article, chosen } = await load(given, system);
        return plain(await summarize(article, { sections: chosen, sentences: given.number('sentences') }));
      },
    ),
  ];
}

function tool(
  name: string,
  description: string,
  properties: object,
  required: readonly string[],
  call: (given: Given) => Promise<string>,
): Tool {
  return {
    name,
    description,
    inputSchema: { type: 'object', properties, required },
    call: async (arguments_) => shorten(await call(readArguments(arguments_))),
  };
}

async function load(
  given: Given,
  system: System,
): Promise<{ readonly article: Article; readonly chosen?: readonly Section[] }> {
  const article = await loadArticle(allowed(given.text('source'), system), system);
  const names = given.texts('sections');
  if (names.length === 0) return { article };
  return { article, chosen: selectSections(article, await resolveExpressions(article, names)) };
}

function plain(view: View): string {
  return render(view, { format: 'plain' });
}

/**
 * Checks that a source may be read, and returns its path or address.
 *
 * @throws UserError for one that is neither an address nor a file below the folder, links followed.
 */
function allowed(typed: string, { cwd }: System): string {
  if (isAddress(typed)) return typed;
  const refused = new UserError(`“${typed}” is no file below the folder of the server, and no address.`, {
    hint: 'Files are named by their path below it.',
  });
  if (isAbsolute(typed) && relative(cwd, typed).startsWith('..')) throw refused;
  let path: string;
  let root: string;
  try {
    root = realpathSync(cwd);
    path = realpathSync(resolve(cwd, typed));
    if (statSync(path).isDirectory()) path = realpathSync(findReadme(path) ?? '');
  } catch {
    throw refused;
  }
  const inside = relative(root, path);
  if (inside === '' || /^\.\.(?:[/\\]|$)/.test(inside) || isAbsolute(inside) || !statSync(path).isFile()) throw refused;
  return path;
}

/** Lists the files that may be read. */
function readable(system: System): string {
  const { files, more } = listFiles(system.cwd);
  const isAllowed = (file: string) => {
    try {
      return allowed(file, system) !== '';
    } catch {
      return false;
    }
  };
  return [...files.filter(isAllowed), ...(more ? ['[There are more.]'] : [])].join('\n');
}

function shorten(text: string): string {
  if (text.length <= longestAnswer) return text;
  return `${text.slice(0, longestAnswer)}\n\n[Cut here, after ${longestAnswer} of ${text.length} characters: name sections.]\n`;
}

/** The arguments of a call, each checked on access. */
interface Given {
  has(name: string): boolean;
  text(name: string): string;
  texts(name: string): readonly string[];
  number(name: string): number | undefined;
  is(name: string): boolean;
}

function readArguments(arguments_: Readonly<Record<string, unknown>>): Given {
  const get = (name: string) => (Object.hasOwn(arguments_, name) ? arguments_[name] : undefined);
  const refuse = (name: string, kind: string) => new UserError(`“${name}” must be ${kind}.`);
  return {
    has: (name) => get(name) !== undefined,
    text(name) {
      const value = get(name);
      if (typeof value !== 'string' || value === '') throw refuse(name, 'a text');
      return value;
    },
    texts(name) {
      const value = get(name) ?? [];
      if (typeof value === 'string') return [value];
      if (!Array.isArray(value) || !value.every((one) => typeof one === 'string'))
        throw refuse(name, 'a list of texts');
      return value;
    },
    number(name) {
      const value = get(name);
      if (value === undefined) return undefined;
      if (typeof value !== 'number' || !Number.isInteger(value) || value < 1)
        throw refuse(name, 'a whole number from 1');
      return value;
    },
    is: (name) => get(name) === true,
  };
}
