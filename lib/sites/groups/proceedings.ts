import { exactly, PDF, site } from '../urls/define-site';
import type { Site } from '../types';

const NEURIPS_FILE = /Abstract|Paper|(?:Meta)?Review|AuthorFeedback|Supplemental/;
const NO_USENIX_PAPER = /slides|full|proceedings|errata|cover|front|poster|program/;

/** Conferences that publish their own papers, and a journal that began like them. Sorted by id. */
export const proceedings: readonly Site[] = [
  site({
    id: 'aaai',
    name: 'AAAI',
    hosts: ['ojs.aaai.org', 'www.aaai.org', 'aaai.org'],
    pages: ['/*index.php/*/article/*', '/ocs/*', '/papers/*'],
    papers: () => [
      {
        example: 'https://ojs.aaai.org/index.php/AAAI/article/view/36958',
        path: exactly`(/ojs)?/index\.php/[\w-]+/article/(view|download)/\d+(?<pdf>/\d+)?(/\d+)?`,
      },
      {
        example: 'https://www.aaai.org/ocs/index.php/AAAI/AAAI18/paper/view/16345/16152',
        path: exactly`/ocs/index\.php/\w+/\w+/paper/(view|viewPaper|download|viewFile)/\d+(?<pdf>/\d+)?`,
      },
      {
        example: 'https://aaai.org/papers/00012-aaai84-012-small-maps/',
        path: exactly`/papers/\d+-[^/]+`,
      },
    ],
  }),
  site({
    id: 'ijcai',
    name: 'IJCAI',
    hosts: ['www.ijcai.org'],
    pages: ['/*roceedings/*', '/Abstract/*'],
    papers: () => [
      {
        example: 'https://www.ijcai.org/proceedings/2020/1',
        path: exactly`/proceedings/(?<year>201[7-9]|20[2-9]\d)/0*(?<id>[1-9]\d*)${PDF}?`,
        doi: ({ year, id }) => `10.24963/ijcai.${year}/${id}`,
      },
      {
        example: 'https://www.ijcai.org/Abstract/16/013',
        path: exactly`/abstract/\d\d/\d+`,
      },
      {
        example: 'https://www.ijcai.org/Proceedings/16/Papers/012.pdf',
        path: exactly`/proceedings/(\d\d|\d{4}(-\d)?)/(papers/)?\d+${PDF}?`,
      },
    ],
  }),
  site({
    id: 'jmlr',
    name: 'JMLR',
    hosts: ['www.jmlr.org', 'jmlr.org', 'jmlr.csail.mit.edu'],
    pages: ['/papers/*', '/proceedings/papers/*'],
    papers: () => [
      {
        example: 'https://www.jmlr.org/papers/volume15/srivastava14a.old/srivastava14a.pdf',
        path: exactly`(/proceedings)?/papers/v(olume)?\d+/([\w.-]+/)?(?!index)[\w-]+(\.html|${PDF})?`,
      },
    ],
  }),
  site({
    id: 'neurips',
    name: 'NeurIPS',
    hosts: [
      'papers.nips.cc',
      'proceedings.neurips.cc',
      'papers.neurips.cc',
      'proceedings.nips.cc',
      'datasets-benchmarks-proceedings.neurips.cc',
    ],
    pages: ['/*paper/*'],
    papers: () => [
      {
        example:
          'https://proceedings.neurips.cc//paper/2008/hash/0123456789abcdef0123456789abcdef-Abstract.html',
        path: exactly`/paper(_files/paper)?/\d{4}/(hash|file)/[\da-f]{32}-(${NEURIPS_FILE})[\w-]*(\.html|${PDF})`,
      },
      {
        example: 'https://papers.nips.cc/paper/7181-attention-is-all-you-need',
        path: exactly`/paper/\d{1,5}-[^/]+?${PDF}?`,
      },
    ],
  }),
  site({
    id: 'usenix',
    name: 'USENIX',
    hosts: ['www.usenix.org'],
    pages: ['/conference/*', '/system/files/*'],
    papers: () => [
      {
        example: 'https://www.usenix.org/conference/nsdi22/presentation/goyal',
        path: exactly`/conference/[\w-]+/(technical-sessions/|summit-program/)?presentation/[\w-]+`,
      },
      {
        example: 'https://www.usenix.org/system/files/conference/osdi16/osdi16-abadi.pdf',
        path: exactly`/system/files/(conference/[\w-]+/)?[a-z]+\d\d[_-](?!.*(${NO_USENIX_PAPER}))[\w-]+${PDF}`,
      },
    ],
  }),
];
