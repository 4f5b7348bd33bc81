import { describe, expect, it } from 'vitest';
import { decodeText } from '../../lib/http-charset';

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

describe('decodeText', () => {
  it.each([
    ['UTF-8 that says so', utf8('Schrödinger, Łukasz, 王'), 'application/json; charset=utf-8'],
    ['UTF-8 that claims to be Latin-1', utf8('Schrödinger, Łukasz, 王'), 'text/xml; charset=ISO-8859-1'],
    ['UTF-8 of an unknown charset', utf8('Schrödinger, Łukasz, 王'), 'text/xml; charset=none'],
    ['UTF-8 without a header', utf8('Schrödinger, Łukasz, 王'), ''],
  ])('reads %s', (_, bytes, contentType) => {
    expect(decodeText(bytes, contentType)).toBe('Schrödinger, Łukasz, 王');
  });

  it.each([
    ['that says so', 'text/xml; charset="ISO-8859-1"'],
    ['that claims to be UTF-8', 'application/json; charset=utf-8'],
  ])('reads Latin-1 %s', (_, contentType) => {
    const bytes = latin1('{"authors": ["Erwin Schrödinger", "Zoë Müller"]}');
    expect(decodeText(bytes, contentType)).toBe('{"authors": ["Erwin Schrödinger", "Zoë Müller"]}');
  });

  it('leaves a text UTF-8 that has a broken letter', () => {
    const bytes = Uint8Array.from([...utf8('é and ü and '), 0xff]);
    expect(decodeText(bytes, 'text/xml; charset=utf-8')).toBe('é and ü and \uFFFD');
  });
});
