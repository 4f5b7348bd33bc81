import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { DAY } from '../../lib/model/dates';
import { bitString, der, integer, objectId, sequence, setOf, utcTime, utf8 } from './der';

/** A key and its certificate, as PEM texts. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

const ECDSA_WITH_SHA256 = sequence(objectId('1.2.840.10045.4.3.2'));
const COMMON_NAME = objectId('2.5.4.3');
const SUBJECT_ALT_NAME = objectId('2.5.29.17');
const BASIC_CONSTRAINTS = objectId('2.5.29.19');
const DNS_NAME_TAG = 0x82;

/**
 * Makes a self-signed certificate for some host names (`*.arxiv.org` is allowed), valid for a week.
 *
 * Written here because `node:crypto` reads certificates but issues none, and openssl may be missing.
 *
 * Source: RFC 5280, section 4.1.
 */
export function createCertificate(hosts: readonly string[], nowMs: number = Date.now()): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = sequence(setOf(sequence(COMMON_NAME, utf8('Paperkin replay server'))));
  const toBeSigned = sequence(
    der(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    ECDSA_WITH_SHA256,
    name,
    // A day back, because clocks of a virtual machine and its browser can differ.
    sequence(utcTime(nowMs - DAY), utcTime(nowMs + 7 * DAY)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(altNames(hosts), authority())),
  );
  const certificate = sequence(
    toBeSigned,
    ECDSA_WITH_SHA256,
    bitString(sign('sha256', toBeSigned, privateKey)),
  );
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: pem('CERTIFICATE', certificate),
  };
}

function altNames(hosts: readonly string[]): Buffer {
  const names = hosts.map((host) => der(DNS_NAME_TAG, Buffer.from(host, 'latin1')));
  return sequence(SUBJECT_ALT_NAME, der(0x04, sequence(...names)));
}

/** Marked as its own authority, so that a client which is handed it as the root accepts it. */
function authority(): Buffer {
  const isAuthority = der(0x01, Buffer.from([0xff]));
  return sequence(BASIC_CONSTRAINTS, isAuthority, der(0x04, sequence(isAuthority)));
}

function pem(label: string, bytes: Buffer): string {
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}
