/** A certificate that nobody trusts, made when it is needed: signed by itself, for 127.0.0.1 and localhost. */

import { generateKeyPairSync, sign } from 'node:crypto';

/** ASN.1 tags (X.690) and object identifiers (RFC 5280, RFC 5758), already encoded. */
const tag = { integer: 0x02, bits: 0x03, octets: 0x04, utf8: 0x0c, sequence: 0x30, set: 0x31, utcTime: 0x17 };
const ecdsaWithSha256 = Buffer.from('06082a8648ce3d040302', 'hex');
const commonName = Buffer.from('0603550403', 'hex');
const subjectAltName = Buffer.from('0603551d11', 'hex');
/** Context-specific: the version, the extensions, and in an alternative name a host and an address. */
const explicit = { version: 0xa0, extensions: 0xa3 };
const alternative = { host: 0x82, address: 0x87 };

function der(type: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([type, ...size]), content]);
}

/** Key and certificate as PEM, good until 2049. */
export function selfSignedCertificate(): { readonly key: string; readonly cert: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const algorithm = der(tag.sequence, ecdsaWithSha256);
  const name = der(
    tag.sequence,
    der(tag.set, der(tag.sequence, commonName, der(tag.utf8, Buffer.from('self-signed test certificate')))),
  );
  const names = der(
    tag.sequence,
    der(alternative.host, Buffer.from('localhost')),
    der(alternative.address, Buffer.from([127, 0, 0, 1])),
  );
  const unsigned = der(
    tag.sequence,
    der(explicit.version, der(tag.integer, Buffer.from([2]))),
    der(tag.integer, Buffer.from([1])),
    algorithm,
    name,
    der(
      tag.sequence,
      der(tag.utcTime, Buffer.from('200101000000Z')),
      der(tag.utcTime, Buffer.from('491231235959Z')),
    ),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(explicit.extensions, der(tag.sequence, der(tag.sequence, subjectAltName, der(tag.octets, names)))),
  );
  const signature = sign('sha256', unsigned, privateKey);
  const certificate = der(tag.sequence, unsigned, algorithm, der(tag.bits, Buffer.from([0]), signature));
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? [];
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
  };
}
