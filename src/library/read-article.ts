import { parseReceived } from '../source/parse-received.ts';
import { type SourceKind, sourceKinds } from '../source/source.ts';
import { checkAddress, checkChoice, checkFlags, checkOptions, checkText } from './check.ts';
import { type Article, withFacts } from './with-facts.ts';

/** What is known of a text before it is read. */
export interface ReadOptions {
  /** Default: by the extension of its name or address, else detected. */
  readonly kind?: SourceKind;
  /** Its address, http or https: relative links are resolved against it. */
  readonly address?: string;
  /** The name of its file. */
  readonly name?: string;
  /** The whole page, rather than the article in it. */
  readonly whole?: boolean;
  /** Show control and invisible characters by their names, where they are left out else. */
  readonly showHidden?: boolean;
}

/**
 * Reads an article from the text of a page, of Markdown or of plain text, or from the bytes of a file, whose encoding
 * is detected. Nothing is fetched.
 *
 * @throws UserError when it is empty or is not text.
 */
export async function readArticle(source: string | Uint8Array, options: ReadOptions = {}): Promise<Article> {
  if (!(source instanceof Uint8Array)) checkText(source, 'source');
  checkOptions(options);
  const { kind, address, name, whole, showHidden } = options;
  if (kind !== undefined) checkChoice(kind, 'kind', sourceKinds);
  if (address !== undefined) checkAddress(address, 'address');
  if (name !== undefined) checkText(name, 'name');
  checkFlags(options, ['whole', 'showHidden']);
  const isText = typeof source === 'string';
  const received = {
    name: name === undefined ? 'The text' : `“${name}”`,
    bytes: isText ? new TextEncoder().encode(source) : source,
    ...(isText && { charset: 'utf-8' }),
    ...((name ?? address) !== undefined && { path: name ?? address }),
    ...(address !== undefined && { address }),
  };
  return withFacts(
    await parseReceived(
      received,
      { ...(kind && { from: kind }), ...(whole && { whole }), ...(showHidden && { showHidden }) },
      { env: {} },
    ),
  );
}
