import { BlockList, isIP } from 'node:net';

/** IANA's special-purpose registries: what lies inside a network, on this machine, or leads there through a translation. */
const special: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
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
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];
const blocked = new BlockList();
const unicast = new BlockList();
unicast.addSubnet('2000::', 3, 'ipv6');
for (const [net, prefix] of special) blocked.addSubnet(net, prefix, isIP(net) === 6 ? 'ipv6' : 'ipv4');

/** Whether an IP address lies in the open internet. Of IPv6 only what is given out for it (2000::/3) counts. */
export function isPublicAddress(address: string): boolean {
  const kind = isIP(address);
  if (kind === 4) return !blocked.check(address, 'ipv4');
  return kind === 6 && unicast.check(address, 'ipv6') && !blocked.check(address, 'ipv6');
}
