import { expect, it } from 'vitest';
import { savedStateOf } from '../../../lib/model/saved';
import { arxivId, doi, facts, paperKey, savedPaper } from '../../support/builders';

it('names a saved paper by every key that identifies it, each once', () => {
  const paper = facts({ ids: { arxiv: arxivId('2606.00001'), doi: doi('10.1000/x') }, title: 'Notes' });
  const entry = savedPaper({ key: paperKey('arxiv:2606.00001'), paper, state: 'done' });
  expect(savedStateOf(entry)).toEqual({ keys: ['arxiv:2606.00001', 'doi:10.1000/x'], state: 'done' });
});
