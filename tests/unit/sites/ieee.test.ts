import { describe, expect, it } from 'vitest';
import { read } from '../../../lib/sites/ieee';
import { pageOf } from '../../support/sites/page';

const readLine = (line: string) => read(pageOf(`<script>\n${line}\nxplGlobal.more={"title":"No"};</script>`));

describe('read', () => {
  it('resolves markup, and takes the title that is shown for want of another', () => {
    expect(
      readLine('xplGlobal.document.metadata={"displayDocTitle":"H<sub>2</sub>O &amp; maps"};')?.title,
    ).toBe('H2O & maps');
  });

  it('leaves out parts of wrong kinds', () => {
    const data = {
      title: 'Maps',
      authors: [null, 'x', { name: 7 }, { name: 'Ada Bellamy' }],
      doi: 5,
      abstract: {},
    };

    expect(readLine(`xplGlobal.document.metadata=${JSON.stringify(data)};`)).toEqual({
      title: 'Maps',
      authors: ['Ada Bellamy'],
      categories: [],
      ids: {},
    });
  });

  it.each([
    '',
    'xplGlobal.document.metadata=null;',
    'xplGlobal.document.metadata={"title":',
    'xplGlobal.document.metadata={};',
  ])('gives null for %j', (line) => {
    expect(readLine(line)).toBeNull();
  });
});
