import { exactly, site } from './urls/define-site';

/** Discussions of arXiv papers: https://www.alphaxiv.org */
export const urls = site({
  id: 'alphaxiv',
  name: 'alphaXiv',
  hosts: ['www.alphaxiv.org', 'alphaxiv.org'],
  pages: ['/*'],
  tab: /alphaXiv/,
  papers: () => [
    {
      example: 'https://www.alphaxiv.org/abs/1706.03762',
      path: exactly`(/\w\w)?/(abs|(?<pdf>pdf)|overview|replicate|audio|resources)/(?<arxiv>.+?)(\.pdf)?`,
    },
  ],
});
