import { describe, expect, it } from 'vitest';
import { isWholeModel, packModel, parseModel } from '../../../../lib/related/model/model-file';
import { wordModelBytes } from '../../../support/related/word-model';

const HEADER = {
  dimensions: 4,
  words: 2,
  phrases: 1,
  buckets: 1,
  documents: 10,
  titleWeight: 2,
  prior: [0, 0.5, 0, 0],
  training: { seed: 7, data: 'made up' },
};
const TERMS = ['agent', 'é强', 'coding agent'];
const COLUMNS = {
  documentFrequencies: Uint32Array.from([5, 3, 1, 0]),
  scales: Float32Array.from([0.5, 0.25, 1, 2]),
  vectors: Int8Array.from({ length: 16 }, (_, position) => position * 8 - 64),
};

function packed(): ArrayBuffer {
  return packModel(HEADER, TERMS, COLUMNS).slice().buffer;
}

/** The file with its header's JSON changed; lengths stay. */
function withHeader(from: string, to: string): ArrayBuffer {
  const text = new TextDecoder('latin1').decode(packed());
  expect(text).toContain(from);
  return Uint8Array.from(text.replace(from, to.padEnd(from.length)), (letter) => letter.charCodeAt(0)).buffer;
}

describe('packModel and parseModel', () => {
  it('give back what was packed', () => {
    const model = parseModel(packed());

    expect(model.header).toMatchObject(HEADER);
    expect([...model.rows]).toEqual([
      ['agent', 0],
      ['é强', 1],
      ['coding agent', 2],
    ]);
    expect(model).toMatchObject({
      ...COLUMNS,
      documentFrequencies: COLUMNS.documentFrequencies.subarray(0, 2),
    });
  });

  it('give two models two versions, and the same one always the same', () => {
    expect(parseModel(wordModelBytes({ seed: 1 })).header.version).not.toBe(
      parseModel(wordModelBytes({ seed: 2 })).header.version,
    );
    expect(parseModel(packed()).header.version).toBe(parseModel(packed()).header.version);
  });
});

describe('parseModel', () => {
  it('refuses a file cut off anywhere, saying that it is the model', () => {
    const bytes = packed();
    for (let length = 0; length < bytes.byteLength; length++) {
      expect(() => parseModel(bytes.slice(0, length))).toThrow('The word model cannot be read: ');
    }
  });

  it('refuses a file with something behind it', () => {
    const longer = new Uint8Array(packed().byteLength + 4);
    longer.set(new Uint8Array(packed()));
    expect(() => parseModel(longer.buffer)).toThrow('wrong length');
  });

  it.each<[string, () => ArrayBuffer, string]>([
    ['nothing', () => new ArrayBuffer(0), 'no model file'],
    ['another kind of file', () => new Uint8Array(100).fill(60).buffer, 'no model file'],
    ['a header that is no JSON', () => withHeader('{"dimensions"', 'x'), 'no JSON'],
    ['another format', () => withHeader('"format":2', '"format":9'), 'format 9'],
    ['another tokenizer', () => withHeader('"tokenizer":1', '"tokenizer":2'), 'tokenizer 2'],
    ['fewer rows than it says', () => withHeader('"buckets":1', '"buckets":2'), 'wrong length'],
    ['counts that are none', () => withHeader('"buckets":1', '"buckets":"'), 'no JSON'],
    ['a shorter vocabulary', () => withHeader('"words":2,"phrases":1', '"words":2,"phrases":0'), 'wrong'],
  ])('refuses %s', (_, bytes, message) => {
    expect(() => parseModel(bytes())).toThrow(message);
  });
});

describe('isWholeModel', () => {
  it('is true for the packed file, and false after any byte of its body has changed', () => {
    const bytes = packed();
    const { header } = parseModel(bytes);
    expect(isWholeModel(bytes, header)).toBe(true);

    for (let position = bytes.byteLength - 60; position < bytes.byteLength; position++) {
      const broken = new Uint8Array(bytes.slice(0));
      broken[position] = (broken[position] ?? 0) ^ 1;
      expect(isWholeModel(broken.buffer, header)).toBe(false);
    }
  });
});
