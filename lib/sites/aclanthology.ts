import { exactly, PDF, site } from './urls/define-site';

/** `2020.acl-main.405`; until 2019 `P18-1001`. */
const ACL_ID = /(?<acl>(?:\d{4}\.\w+|\w\d\d)-[\w.]+?)/;

/** The ACL Anthology: https://aclanthology.org */
export const urls = site({
  id: 'aclanthology',
  name: 'ACL Anthology',
  hosts: ['aclanthology.org', 'www.aclanthology.org', 'www.aclweb.org', 'aclweb.org'],
  pages: ['/*-*'],
  anchors: { '#title + .lead': '2026-11-26' },
  papers: () => [
    {
      example: 'https://aclanthology.org/2020.acl-main.405/',
      path: exactly`(/anthology)?(/papers/.+)?/${ACL_ID}(v\d)?(${PDF}|\.bib)?`,
    },
  ],
});
