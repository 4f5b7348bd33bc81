import { browser } from 'wxt/browser';
import '../../components/controls/theme.css';
import '../../components/controls/controls.css';
import '../../components/paper/rows.css';
import '../../components/controls/notices.css';
import '../../components/library/library.css';
import '../../components/library/settings/settings.css';
import '../../components/library/topics/topics.css';
import '../../components/library/welcome.css';
import { LibraryScreen } from '../../components/library/LibraryScreen';
import { mount } from '../../components/controls/browser-page';
import { PROVIDERS } from '../../lib/providers/descriptions';
import { hostOf, originsOf } from '../../lib/model/access/hosts';
import { sites } from '../../lib/sites';
import { ARXIV_CATEGORIES } from '../../lib/sources/arxiv/categories';

const siteOptions = sites.map(({ id, name, access, matches }) => ({
  id,
  name,
  access,
  host: hostOf(matches[0] ?? ''),
  origins: originsOf(matches),
}));

mount(
  <LibraryScreen
    categories={ARXIV_CATEGORIES}
    sites={siteOptions}
    providers={PROVIDERS}
    ownOrigins={[
      ...(browser.runtime.getManifest().host_permissions ?? []),
      // Services are not sites with papers to read.
      ...PROVIDERS.flatMap(({ hosts }) => hosts),
    ]}
    listUrl={browser.runtime.getURL('/popup.html')}
  />,
);
