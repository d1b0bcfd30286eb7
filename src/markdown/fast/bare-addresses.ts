/** A bare address in a text, from one offset to another. */
export interface BareAddress {
  readonly start: number;
  readonly end: number;
  readonly href: string;
}

/** What an extended autolink starts with. */
const mayBeAddress = /:\/|[wW]{3}\.|[\w.+-]@/;

/** An address or one of mail, in which nothing could be taken for other markup; the first group is an address's host. */
const address =
  /(?<![^\s(])https?:\/\/([a-z\d-]+(?:\.[a-z\d-]+)+)(?::\d+)?(?:[/?#](?:[a-zA-Z\d/#=%+-]|[.,:;?](?=[a-zA-Z\d/#=%+-]))*)?|(?<![\w.+*~`:-])[a-zA-Z\d.+-]+@[a-zA-Z\d-]+(?:\.[a-zA-Z\d-]*[a-zA-Z\d])+/g;
/** What may follow: marked takes all up to a space, and then punctuation off its end. */
const afterAddress = /[.,:;?!)'"]*(?:\s|$)/y;
const afterMail = /[)\],;:!?&"'/]|\.?(?:\s|$)/y;

/** Finds the bare addresses from one offset to another; undefined where there may be others. */
export function findAddresses(source: string, start: number, end: number): readonly BareAddress[] | undefined {
  const text = source.slice(start, end);
  if (!mayBeAddress.test(text)) return none;
  if (/[wW]{3}\./.test(text)) return undefined;
  const found: BareAddress[] = [];
  let done = start;
  address.lastIndex = start;
  for (let match = address.exec(source); match && match.index < end; match = address.exec(source)) {
    const [raw, host] = match;
    const after = host === undefined ? afterMail : afterAddress;
    after.lastIndex = match.index + raw.length;
    if (after.lastIndex > end || !after.test(source) || mayBeAddress.test(source.slice(done, match.index)))
      return undefined;
    done = match.index + raw.length;
    found.push({ start: match.index, end: done, href: host === undefined ? `mailto:${raw}` : raw });
  }
  return mayBeAddress.test(source.slice(done, end)) ? undefined : found;
}

const none: readonly BareAddress[] = [];
