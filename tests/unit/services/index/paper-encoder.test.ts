import { describe, expect, it } from 'vitest';
import { hashText } from '../../../../lib/text/hash';
import { createPaperEncoder, type TopicFinder } from '../../../../lib/services/index/paper-encoder';
import { paper, paperKey } from '../../../support/builders';
import { textRow } from '../../../support/starter';
import { wordModelBytes } from '../../../support/related/word-model';

const topicsOf = (version: string): TopicFinder => ({ version, topicKeysOf: ({ keywords }) => keywords });

describe('createPaperEncoder', () => {
  it('reads a paper into a row with its topics', () => {
    const encoder = createPaperEncoder(wordModelBytes(), topicsOf('one'));
    const row = encoder.encode(paper({ keywords: ['coding agent'], upvotes: 7 }));
    expect(row).toMatchObject({ key: 'arxiv:2606.00001', upvotes: 7, isLive: true });
    expect([...row.topics]).toEqual([hashText('coding agent')]);
    expect(row.vector).toHaveLength(encoder.model.header.dimensions);
  });

  it('has the same version each time it is made of the same model and topics', () => {
    const make = () => createPaperEncoder(wordModelBytes(), topicsOf('one')).version;
    expect(make()).toBe(make());
  });

  it('has another version for another model, and for other topics', () => {
    const versions = [
      createPaperEncoder(wordModelBytes(), topicsOf('one')),
      createPaperEncoder(wordModelBytes({ seed: 2 }), topicsOf('one')),
      createPaperEncoder(wordModelBytes(), topicsOf('two')),
    ].map(({ version }) => version);
    expect(new Set(versions).size).toBe(3);
  });

  it('takes the packaged row of a paper without abstract, with the paper’s own facts', () => {
    const texts = textRow();
    const { version } = createPaperEncoder(wordModelBytes(), topicsOf('one'));
    const packaged = {
      find: (key: string, of: string) => (of === version && key.endsWith('1') ? texts : undefined),
    };
    const encoder = createPaperEncoder(wordModelBytes(), topicsOf('one'), packaged);
    const { abstract: _, ...bare } = paper({ upvotes: 7 });

    const plain = createPaperEncoder(wordModelBytes(), topicsOf('one'));
    expect(encoder.encode(bare)).toMatchObject({ ...texts, upvotes: 7, people: plain.encode(bare).people });
    expect(encoder.encode(paper())).toEqual(plain.encode(paper()));
    const other = { ...bare, key: paperKey('arxiv:2606.00002') };
    expect(encoder.encode(other)).toEqual(plain.encode(other));
  });

  it('refuses bytes that are no model', () => {
    expect(() => createPaperEncoder(new ArrayBuffer(40), topicsOf('one'))).toThrow('no model file');
  });
});
