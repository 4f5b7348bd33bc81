import { browser } from 'wxt/browser';
import '../../components/theme.css';
import '../../components/controls.css';
import '../../components/rows.css';
import '../../components/notices.css';
import '../../components/library.css';
import '../../components/settings.css';
import '../../components/topics.css';
import '../../components/welcome.css';
import { LibraryScreen } from '../../components/LibraryScreen';
import { mount } from '../../components/mount';
import { hostOf, originsOf } from '../../lib/model/host-access';
import { sites } from '../../lib/sites';
import { ARXIV_CATEGORIES } from '../../lib/sources/arxiv-categories';

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
    ownOrigins={browser.runtime.getManifest().host_permissions ?? []}
    listUrl={browser.runtime.getURL('/popup.html')}
  />,
);
