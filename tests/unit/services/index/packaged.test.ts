import { gzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { createPackagedModel, gunzip } from '../../../../lib/services/index/packaged';
import { hashText } from '../../../../lib/text/hash';
import { paper, paperKey } from '../../../support/builders';
import { packagedStarter, starterFeed, textRow } from '../../../support/starter';
import { topicsBytes } from '../../../support/related/topics';
import { wordModelBytes } from '../../../support/related/word-model';

const readPackage = async (path: string): Promise<ArrayBuffer> =>
  path.includes('words') ? wordModelBytes() : topicsBytes({ 'coding agent': 0.9 });

describe('createPackagedModel', () => {
  it('makes an encoder of the package’s words and topics, whose version names both', async () => {
    const { loadEncoder, loadTopics } = createPackagedModel(readPackage, 'known');
    const [encoder, topics] = [await loadEncoder(), await loadTopics()];

    expect(encoder.version).toContain(encoder.model.header.version);
    expect(encoder.version).toContain(topics.version);
    expect(encoder.encode(paper()).topics).toContain(hashText('coding agent'));
  });

  it('reads former models with the topics of this package', async () => {
    const { encoderOf, loadEncoder } = createPackagedModel(readPackage, 'known');
    const [former, current] = [await encoderOf(wordModelBytes({ seed: 2 })), await loadEncoder()];
    expect(former.model.header.version).not.toBe(current.model.header.version);
  });

  it('reads the topics once', async () => {
    const readFile = vi.fn<typeof readPackage>(readPackage);
    const { encoderOf, loadTopics } = createPackagedModel(readFile, 'known');
    await Promise.all([loadTopics(), loadTopics(), encoderOf(wordModelBytes())]);
    expect(readFile).toHaveBeenCalledOnce();
  });

  it('fails without the files, and tries again with the next call', async () => {
    const readFile = vi.fn<typeof readPackage>(readPackage).mockRejectedValueOnce(new Error('no file'));
    const { loadTopics } = createPackagedModel(readFile, 'known');
    await expect(loadTopics()).rejects.toThrow('no file');
    expect((await loadTopics()).keyOf('Coding Agents')).toBe('coding agent');
  });

  it('refuses a damaged file', async () => {
    const damaged = async () => topicsBytes({ 'coding agent': 0.9 }).slice(0, -5);
    const { loadTopics } = createPackagedModel(damaged, 'known');
    await expect(loadTopics()).rejects.toThrow(Error);
  });
});

const KEY = paperKey('arxiv:2606.00001');
const rows = { version: 'v1', rows: [textRow(), textRow(), textRow()] };

describe('the packaged starter feed', () => {
  it('gives its papers', async () => {
    expect((await packagedStarter(starterFeed(3), rows).readFeed()).count).toBe(3);
  });

  it('finds rows by key and version, while they are loaded', async () => {
    const packaged = packagedStarter(starterFeed(3), rows);
    expect(packaged.find(KEY, 'v1')).toBeUndefined();

    await packaged.loadRows();
    expect(packaged.find(KEY, 'v1')).toEqual(textRow());
    expect(packaged.find(KEY, 'v2')).toBeUndefined();
    expect(packaged.find(paperKey('arxiv:2606.00009'), 'v1')).toBeUndefined();

    packaged.releaseRows();
    expect(packaged.find(KEY, 'v1')).toBeUndefined();
  });

  it('loads its rows once for several who need them', async () => {
    const packaged = packagedStarter(starterFeed(3), rows);

    await Promise.all([packaged.loadRows(), packaged.loadRows()]);

    expect(packaged.read.filter((path) => path.endsWith('rows.bin'))).toHaveLength(1);
  });

  it('refuses rows of other papers', async () => {
    await expect(packagedStarter(starterFeed(2), rows).loadRows()).rejects.toThrow(
      'rows are of other papers',
    );
  });

  it('tries again after a failure', async () => {
    const packaged = packagedStarter(starterFeed(3), null);

    await expect(packaged.loadRows()).rejects.toThrow('no starter/rows.bin');
    await expect(packaged.loadRows()).rejects.toThrow('no starter/rows.bin');
    expect(packaged.read.filter((path) => path.endsWith('rows.bin'))).toHaveLength(2);
  });
});

describe('gunzip', () => {
  it('unpacks', async () => {
    const packed = Uint8Array.from(gzipSync('a text'));

    expect(new TextDecoder().decode(await gunzip(packed.buffer))).toBe('a text');
  });

  it('refuses bytes that are cut off or no gzip', async () => {
    const packed = Uint8Array.from(gzipSync('a text that is cut off'));

    await expect(gunzip(packed.slice(0, -5).buffer)).rejects.toThrow(Error);
    await expect(gunzip(Uint8Array.of(1, 2, 3).buffer)).rejects.toThrow(Error);
  });
});
