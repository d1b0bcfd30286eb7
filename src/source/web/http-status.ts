import { STATUS_CODES } from 'node:http';
import { UserError } from '../../errors.ts';
import { proxyPassword } from './network-failure.ts';
import { shorten } from './page-address.ts';

/** Explains a status without a page in one line, with what to do next. A server's own words may be anything. */
export function explainStatus(status: number, url: URL): UserError {
  const name = STATUS_CODES[status] === undefined ? '' : ` ${STATUS_CODES[status]}`;
  const line = `No page at ${shorten(url.href)}: the server answered ${status}${name}.`;
  switch (status) {
    case 407:
      return new UserError(`The proxy wants a name and a password.`, { hint: proxyPassword });
    case 401:
    case 403:
    case 451:
      return new UserError(line, { hint: 'If a browser shows it, save it there and read the file.' });
    case 404:
    case 410:
      return new UserError(line, { hint: 'Check the address.' });
    default:
      return new UserError(line, {
        hint: status === 429 || status >= 500 ? 'Try again later.' : 'Check the address, or open it in a browser.',
      });
  }
}
