import { expect, it } from 'vitest';
import { countNames } from '../../../../tools/train-topics/count-names';
import { REWRITES } from '../../../support/topics';

it('countNames counts texts, by any variant of a name', () => {
  const texts = ['LLMs and LLMs', 'A large language model.', 'Nothing'];
  const counts = countNames(texts, ['large language model', 'nowhere', 'nowhere'], REWRITES);
  expect([...counts]).toEqual([
    ['large language model', 2],
    ['nowhere', 0],
  ]);
});
