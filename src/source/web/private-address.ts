import { withoutBrackets } from './page-address.ts';

/**
 * Reports whether an IP address leads to this machine, its network or nowhere: everything but public unicast addresses by
 * IANA's special-purpose registries, cloud metadata services included. What is no IP address counts as private.
 */
export function isPrivateAddress(address: string): boolean {
  const bytes = address.includes(':') ? ipv6Bytes(address) : ipv4Bytes(address);
  if (!bytes) return true;
  return bytes.length === 4 ? isPrivateV4(bytes) : isPrivateV6(bytes);
}

/**
 * Reports whether a host name is reserved for private networks, or is a private address. Where a proxy resolves names, no
 * more can be known.
 */
export function isPrivateName(hostname: string): boolean {
  const name = withoutBrackets(hostname).replace(/\.$/, '');
  if (name.includes(':') || /^[\d.]+$/.test(name)) return isPrivateAddress(name);
  return (
    !name.includes('.') || /\.(?:localhost|local|localdomain|internal|intranet|home\.arpa|home|lan|corp)$/i.test(name)
  );
}

function isPrivateV4(bytes: readonly number[]): boolean {
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  switch (a) {
    case 0: // this network
    case 10: // private
    case 127: // loopback
      return true;
    case 100: // carrier-grade NAT, and Alibaba's metadata service in it
      return b >= 64 && b < 128;
    case 168: // Azure's wire server
      return b === 63 && c === 129 && d === 16;
    case 169: // link-local, and most metadata services in it
      return b === 254;
    case 172:
      return b >= 16 && b < 32;
    case 192: // private; protocol assignments, Oracle's metadata service in them; documentation; 6to4 relays
      return b === 168 || (b === 0 && (c === 0 || c === 2)) || (b === 88 && c === 99);
    case 198: // benchmarks; documentation
      return b === 18 || b === 19 || (b === 51 && c === 100);
    case 203: // documentation
      return b === 0 && c === 113;
    default: // multicast, reserved, broadcast
      return a >= 224;
  }
}

function isPrivateV6(bytes: readonly number[]): boolean {
  const begins = (...start: readonly number[]) => start.every((byte, index) => bytes[index] === byte);
  const zeros = (from: number, to: number) => bytes.slice(from, to).every((byte) => byte === 0);
  const embedded = (at: number) => isPrivateV4(bytes.slice(at, at + 4));
  if (zeros(0, 10) && bytes[10] === 0xff && bytes[11] === 0xff) return embedded(12); // ::ffff:1.2.3.4
  if (begins(0x00, 0x64, 0xff, 0x9b) && zeros(4, 12)) return embedded(12); // NAT64
  if (begins(0x20, 0x02)) return embedded(2); // 6to4
  const isGlobalUnicast = ((bytes[0] ?? 0) & 0xe0) === 0x20;
  if (!isGlobalUnicast) return true; // loopback, unique local, link-local, site-local, multicast, discard…
  if (begins(0x20, 0x01)) {
    const isProtocolAssignment = ((bytes[2] ?? 0) & 0xfe) === 0; // 2001::/23: Teredo, benchmarks, ORCHID
    return isProtocolAssignment || (bytes[2] === 0x0d && bytes[3] === 0xb8);
  }
  return begins(0x3f, 0xff) && (bytes[2] ?? 0) < 0x10; // documentation
}

/** Returns the four bytes of a dotted quad; undefined for any other spelling. */
function ipv4Bytes(address: string): number[] | undefined {
  if (!/^\d{1,3}(\.\d{1,3}){3}$/.test(address)) return undefined;
  const bytes = address.split('.').map(Number);
  return bytes.every((byte) => byte < 256) ? bytes : undefined;
}

/** Returns the sixteen bytes of an IPv6 address, with or without zone or dotted tail; undefined when it is none. */
function ipv6Bytes(address: string): number[] | undefined {
  let text = address.replace(/%.*$/s, '');
  const tail = /(^.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text);
  if (tail) {
    const quad = ipv4Bytes(tail[2] ?? '');
    if (!quad) return undefined;
    const [a = 0, b = 0, c = 0, d = 0] = quad;
    text = `${tail[1]}${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
  }
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head = [], rest = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - head.length - rest.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const groups = [...head, ...Array.from({ length: missing }, () => '0'), ...rest];
  if (!groups.every((group) => /^[\da-f]{1,4}$/i.test(group))) return undefined;
  return groups.flatMap((group) => {
    const value = Number.parseInt(group, 16);
    return [value >> 8, value & 0xff];
  });
}
