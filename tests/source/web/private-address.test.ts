import { BlockList } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPrivateAddress } from '../../../src/source/web/private-address.ts';
import { runs } from '../../support/effort.ts';

describe('isPrivateAddress', () => {
  it.each([
    // this network, loopback, private
    '0.0.0.0',
    '0.1.2.3',
    '127.0.0.1',
    '127.0.0.2',
    '127.255.255.255',
    '10.0.0.0',
    '10.255.255.255',
    '172.16.0.0',
    '172.31.255.255',
    '192.168.0.0',
    '192.168.255.255',
    // carrier-grade NAT, link-local
    '100.64.0.0',
    '100.127.255.255',
    '169.254.0.0',
    '169.254.255.255',
    // metadata services
    '169.254.169.254',
    '169.254.170.2',
    '100.100.100.200',
    '192.0.0.192',
    '168.63.129.16',
    'fd00:ec2::254',
    // protocol assignments, documentation, benchmarks, relays
    '192.0.0.1',
    '192.0.2.1',
    '198.51.100.1',
    '203.0.113.1',
    '198.18.0.1',
    '198.19.255.255',
    '192.88.99.1',
    // multicast, reserved, broadcast
    '224.0.0.1',
    '239.255.255.255',
    '240.0.0.1',
    '255.255.255.255',
    // IPv6: unspecified, loopback, unique local, link-local, site-local, multicast
    '::',
    '::1',
    '0:0:0:0:0:0:0:1',
    'fc00::1',
    'fdff:ffff::1',
    'fe80::1',
    'fe80::1%eth0',
    'FE80::1',
    'febf::1',
    'fec0::1',
    'ff02::1',
    // discard, documentation, benchmarks, ORCHID, Teredo, segment routing
    '100::1',
    '2001:db8::1',
    '3fff::1',
    '3fff:fff::1',
    '2001:2::1',
    '2001:10::1',
    '2001:0:4136:e378::1',
    '5f00::1',
    // private IPv4 addresses in IPv6 dress
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '0:0:0:0:0:ffff:10.1.2.3',
    '::127.0.0.1',
    '::7f00:1',
    '64:ff9b::10.0.0.1',
    '64:ff9b::a00:1',
    '64:ff9b:1::1',
    '2002:7f00:1::',
    '2002:a00:1::1',
    '2002:c0a8:101::1',
    '::ffff:0:127.0.0.1',
    // what is no address
    '',
    'localhost',
    '1.2.3',
    '1.2.3.4.5',
    '256.1.1.1',
    '0x7f.0.0.1',
    '1.2.3.4 ',
    ':',
    ':::',
    '1::2::3',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '12345::',
    'g::',
    '::1.2.3',
    '::ffff:1.2.3.256',
    '1:2:3:4:5:6:7::8',
  ])('%s is private', (address) => {
    expect(isPrivateAddress(address)).toBe(true);
  });

  it.each([
    '1.1.1.1',
    '8.8.8.8',
    '9.255.255.255',
    '11.0.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '126.255.255.255',
    '128.0.0.0',
    '168.63.129.15',
    '169.253.255.255',
    '169.255.0.0',
    '172.15.255.255',
    '172.32.0.0',
    '192.0.1.0',
    '192.0.3.0',
    '192.88.98.1',
    '192.167.255.255',
    '192.169.0.0',
    '198.17.255.255',
    '198.20.0.0',
    '198.51.99.1',
    '203.0.112.1',
    '223.255.255.255',
    '2606:4700:4700::1111',
    '2a00:1450:4007::',
    '2001:200::1',
    '2001:4860:4860::8888',
    '2001:db7::1',
    '2001:db9::1',
    '2003::1',
    '3ffe::1',
    '3fff:1000::1',
    '::ffff:8.8.8.8',
    '::ffff:808:808',
    '64:ff9b::8.8.8.8',
    '2002:808:808::1',
  ])('%s is public', (address) => {
    expect(isPrivateAddress(address)).toBe(false);
  });

  it('agrees with the ranges of RFC 1918, 6598, 3927, 4193 and 4291 as Node reads them', () => {
    const ranges = new BlockList();
    for (const [net, bits] of [
      ['0.0.0.0', 8],
      ['10.0.0.0', 8],
      ['100.64.0.0', 10],
      ['127.0.0.0', 8],
      ['168.63.129.16', 32],
      ['169.254.0.0', 16],
      ['172.16.0.0', 12],
      ['192.0.0.0', 24],
      ['192.0.2.0', 24],
      ['192.88.99.0', 24],
      ['192.168.0.0', 16],
      ['198.18.0.0', 15],
      ['198.51.100.0', 24],
      ['203.0.113.0', 24],
      ['224.0.0.0', 3],
    ] as const)
      ranges.addSubnet(net, bits, 'ipv4');
    const byte = fc.oneof(
      fc.nat(255),
      fc.constantFrom(0, 2, 10, 63, 64, 99, 100, 113, 127, 168, 169, 172, 192, 198, 254),
    );
    fc.assert(
      fc.property(byte, byte, byte, byte, (...quad) => {
        const address = quad.join('.');
        expect(isPrivateAddress(address)).toBe(ranges.check(address, 'ipv4'));
        expect(isPrivateAddress(`::ffff:${address}`)).toBe(ranges.check(address, 'ipv4'));
      }),
      runs(2000),
    );
  });
});
