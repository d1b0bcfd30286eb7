import { UserError } from '../../errors.ts';
import { proxyPassword } from './network-failure.ts';
import { shorten } from './page-address.ts';

/** Explains a status without a page in one line, with what to do next. A server's own words may be anything. */
export function explainStatus(status: number, url: URL): UserError {
  const name = names[status] === undefined ? '' : ` ${names[status]}`;
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

const names: Readonly<Record<number, string>> = {
  204: 'No Content',
  205: 'Reset Content',
  206: 'Partial Content',
  304: 'Not Modified',
  400: 'Bad Request',
  401: 'Unauthorized',
  402: 'Payment Required',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  406: 'Not Acceptable',
  408: 'Request Timeout',
  410: 'Gone',
  418: "I'm a Teapot",
  421: 'Misdirected Request',
  429: 'Too Many Requests',
  451: 'Unavailable For Legal Reasons',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};
