import { exactly, PDF, site } from './urls/define-site';

/** Proceedings of Machine Learning Research: https://proceedings.mlr.press */
export const urls = site({
  id: 'pmlr',
  name: 'PMLR',
  hosts: ['proceedings.mlr.press'],
  pages: ['/v*', '/r*'],
  anchors: { '.authors + #info': '2026-11-26' },
  papers: () => [
    {
      example: 'https://proceedings.mlr.press/v119/bachmann20a.html',
      path: exactly`/[vr]\d+/(?!index)[\w-]+(\.html|(/[\w-]+)?${PDF})?`,
    },
  ],
});
