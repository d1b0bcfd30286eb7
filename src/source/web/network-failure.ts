import { UserError } from '../../errors.ts';
import { shorten } from './page-address.ts';

/** The reason why a request failed, as a code that is not one of Node's own. */
export class NetworkFailure extends Error {
  constructor(
    readonly code: FailureCode,
    detail = '',
    /** The status that a proxy sent. */
    readonly status = 0,
  ) {
    super(detail);
  }
}
/** This program's own reasons for aborting a request. */
export type FailureCode =
  | 'connect-timeout'
  | 'head-timeout'
  | 'idle-timeout'
  | 'too-slow'
  | 'proxy-unreachable'
  | 'proxy-refusal'
  | 'private-address'
  | 'too-large'
  | 'incomplete'
  | 'encoding';

/** Formats milliseconds as seconds: `30 seconds`, `0.2 seconds`, `1 second`. */
export function seconds(milliseconds: number): string {
  const count = milliseconds / 1000;
  return `${count} ${count === 1 ? 'second' : 'seconds'}`;
}

const checkAddress = 'Check the address and your connection.';
const later = 'Try again later.';
const longer = 'Try again later, or wait longer: --timeout 120';
/** What to do when a proxy requires credentials. */
export const proxyPassword = 'Put them into HTTP_PROXY and HTTPS_PROXY: http://name:password@proxy.example:3128';

/**
 * Explains in one line why the page at `url` could not be fetched, and what to do next. It repeats nothing that the
 * server sent. A UserError is returned unchanged.
 */
export function explainFailure(error: unknown, url: URL): unknown {
  if (error instanceof UserError || !(error instanceof Error) || error.name === 'AbortError') return error;
  const page = shorten(url.href);
  const server = shorten(url.host);
  if (error instanceof NetworkFailure) return explainOwn(error, page, server);
  const code = String((error as NodeJS.ErrnoException).code ?? '');
  if (/^(ENOTFOUND|EAI_\w+|ENODATA|ESERVFAIL|EBADNAME)$/.test(code)) {
    return new UserError(`There is no server named ${shorten(url.hostname)} to be found.`, { hint: checkAddress });
  }
  if (code === 'ECONNREFUSED') {
    return new UserError(`${server} refuses the connection.`, {
      hint: 'Check the address and its port, or try later.',
    });
  }
  if (/^E(HOSTUNREACH|NETUNREACH|HOSTDOWN|NETDOWN|ADDRNOTAVAIL|ACCES|PERM|INVAL|TIMEDOUT)$/.test(code)) {
    return new UserError(`${server} cannot be reached.`, { hint: checkAddress });
  }
  const certificate = certificateFault(code);
  if (certificate !== undefined) {
    return new UserError(`The connection to ${server} is not safe: ${certificate}.`, {
      hint: 'If your network brings its own certificates, name their file in NODE_EXTRA_CA_CERTS.',
    });
  }
  if (code.startsWith('ERR_SSL_') || code.startsWith('ERR_TLS_') || code === 'EPROTO') {
    return new UserError(`${server} does not answer over a secure connection.`, {
      hint: url.protocol === 'https:' ? `Perhaps it speaks http alone: http://${server}` : checkAddress,
    });
  }
  if (code.startsWith('HPE_')) {
    return new UserError(`${server} sends an answer that is not valid HTTP.`, {
      hint: 'Check the address and its port.',
    });
  }
  if (/^(ECONNRESET|EPIPE|ECONNABORTED|ERR_STREAM_PREMATURE_CLOSE|ERR_STREAM_DESTROYED)$/.test(code)) {
    return incomplete(page);
  }
  return new UserError(`The page at ${page} could not be fetched${/^\w+$/.test(code) ? ` (${code})` : ''}.`, {
    hint: checkAddress,
  });
}

function explainOwn(failure: NetworkFailure, page: string, server: string): UserError {
  switch (failure.code) {
    case 'connect-timeout':
      return new UserError(`No connection to ${server} within ${failure.message}.`, { hint: checkAddress });
    case 'head-timeout':
      return new UserError(`${server} did not answer within ${failure.message}.`, { hint: longer });
    case 'idle-timeout':
      return new UserError(`${server} sent nothing for ${failure.message}.`, { hint: longer });
    case 'too-slow':
      return new UserError(`${server} sends the page too slowly: less than 1 kB a second for ${failure.message}.`, {
        hint: longer,
      });
    case 'proxy-unreachable':
      return new UserError(`The proxy ${shorten(failure.message)} cannot be reached.`, {
        hint: 'Check HTTP_PROXY, HTTPS_PROXY and ALL_PROXY, or set NO_PROXY for this server.',
      });
    case 'proxy-refusal':
      return failure.status === 407
        ? new UserError(`The proxy ${shorten(failure.message)} wants a name and a password.`, { hint: proxyPassword })
        : new UserError(
            `The proxy ${shorten(failure.message)} does not connect to ${server}: it answered ${failure.status}.`,
            { hint: 'Check the address, or set NO_PROXY for this server.' },
          );
    case 'private-address':
      return new UserError(`${page} was redirected to but is on a private network: it is not fetched.`, {
        hint: 'If you trust it, give that address yourself.',
      });
    case 'too-large':
      return new UserError(`The page at ${page} is larger than ${failure.message}.`, {
        hint: 'Allow more with --max-size, for example --max-size 50MB.',
      });
    case 'incomplete':
      return incomplete(page);
    case 'encoding':
      return new UserError(`The page at ${page} came damaged: its ${failure.message} encoding cannot be read.`, {
        hint: later,
      });
  }
}

function incomplete(page: string): UserError {
  return new UserError(`The page at ${page} came incomplete: the connection ended early.`, { hint: later });
}

function certificateFault(code: string): string | undefined {
  switch (code) {
    case 'CERT_HAS_EXPIRED':
      return 'its certificate has expired';
    case 'CERT_NOT_YET_VALID':
      return 'its certificate is not valid yet';
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return 'its certificate is for another name';
    case 'CERT_REVOKED':
      return 'its certificate was revoked';
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
    case 'UNABLE_TO_GET_ISSUER_CERT':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
      return 'nobody known vouches for its certificate';
    default:
      return /^(CERT_|UNABLE_TO_|INVALID_CA|HOSTNAME_MISMATCH|CRL_)/.test(code)
        ? 'its certificate is not valid'
        : undefined;
  }
}
