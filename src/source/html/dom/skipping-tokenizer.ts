import { Tokenizer } from 'htmlparser2';

/** The fields of htmlparser2's tokenizer that are used here; its types do not declare them. */
interface Internals {
  readonly buffer: string;
  readonly offset: number;
  index: number;
}

const Base = Tokenizer as unknown as new (...options: ConstructorParameters<typeof Tokenizer>) => Internals;

/**
 * htmlparser2's tokenizer, which finds the next character that it waits for as the engine finds it, not by looking at each
 * character: texts, scripts and values of attributes are most of a page.
 */
class Skipping extends Base {
  fastForwardTo(code: number): boolean {
    const { buffer, offset } = this;
    const at = buffer.indexOf(String.fromCharCode(code), this.index - offset + 1);
    this.index = offset + (at < 0 ? buffer.length - 1 : at);
    return at >= 0;
  }
}

export const SkippingTokenizer = Skipping as unknown as typeof Tokenizer;
