import { X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createCertificate } from '../../../../tools/replay/certificate';

describe('createCertificate', () => {
  it('makes a certificate that is valid now and signed by its own key', () => {
    const certificate = new X509Certificate(createCertificate(['arxiv.org']).cert);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(Date.parse(certificate.validFrom)).toBeLessThan(Date.now());
    expect(Date.parse(certificate.validTo)).toBeGreaterThan(Date.now());
  });

  it.each([
    ['arxiv.org', true],
    ['export.arxiv.org', true],
    ['example.com', false],
  ])('says of %s whether it stands for it', (host, expected) => {
    const certificate = new X509Certificate(createCertificate(['arxiv.org', '*.arxiv.org']).cert);
    expect(certificate.checkHost(host) !== undefined).toBe(expected);
  });

  it('names so many hosts that the lengths need several bytes', () => {
    const hosts = Array.from({ length: 40 }, (_, index) => `host-${index}.example.org`);
    const certificate = new X509Certificate(createCertificate(hosts).cert);
    expect(certificate.checkHost('host-39.example.org')).toBe('host-39.example.org');
  });
});
