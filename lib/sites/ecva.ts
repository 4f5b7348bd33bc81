import { exactly, PDF, site } from './urls/define-site';

/** The papers of ECCV, https://www.ecva.net; the pages have the layout of CVF's, and its reader. */
export const urls = site({
  id: 'ecva',
  name: 'ECVA',
  hosts: ['www.ecva.net', 'ecva.net'],
  pages: ['/papers/*'],
  papers: () => [
    {
      example: 'https://www.ecva.net/papers/eccv_2022/papers_ECCV/html/2310_ECCV_2022_paper.php',
      path: exactly`/papers/eccv_\d{4}/papers_eccv/html/\w+_paper\.php`,
    },
    {
      example: 'https://www.ecva.net/papers/eccv_2022/papers_ECCV/papers/136810001.pdf',
      path: exactly`/papers/eccv_\d{4}/papers_eccv/papers/\w+${PDF}`,
    },
  ],
});
