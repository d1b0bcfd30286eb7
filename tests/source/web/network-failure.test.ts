import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { explainFailure } from '../../../src/source/web/network-failure.ts';

const url = new URL('https://example.com/page');

describe('explainFailure', () => {
  it.each([
    ['ENOTFOUND', 'no server named example.com'],
    ['EAI_AGAIN', 'no server named example.com'],
    ['ECONNREFUSED', 'refuses the connection'],
    ['EHOSTUNREACH', 'cannot be reached'],
    ['ETIMEDOUT', 'cannot be reached'],
    ['CERT_HAS_EXPIRED', 'its certificate has expired'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'nobody known vouches for its certificate'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'its certificate is for another name'],
    ['CERT_UNTRUSTED', 'its certificate is not valid'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'does not answer over a secure connection'],
    ['HPE_INVALID_CONSTANT', 'not valid HTTP'],
    ['ECONNRESET', 'came incomplete'],
    ['EMFILE', 'could not be fetched (EMFILE)'],
    ['\x1b[31m', 'could not be fetched.'],
  ])('%j', (code, words) => {
    const error = explainFailure(Object.assign(new Error('\x1b[31mraw'), { code }), url);
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).message).toContain(words);
    expect((error as UserError).message).not.toMatch(/raw|\x1b/);
  });

  it('leaves alone what is meant for people, and what is not a failure', () => {
    const meant = new UserError('Meant.');
    expect(explainFailure(meant, url)).toBe(meant);
    expect(explainFailure('a reason', url)).toBe('a reason');
  });
});
