import { browser } from 'wxt/browser';
import '../../components/theme.css';
import '../../components/controls.css';
import '../../components/rows.css';
import '../../components/notices.css';
import '../../components/library.css';
import '../../components/settings.css';
import '../../components/welcome.css';
import { LibraryScreen } from '../../components/LibraryScreen';
import { mount } from '../../components/mount';
import { engines } from '../../lib/engines';
import { sites } from '../../lib/sites';
import { ARXIV_CATEGORIES } from '../../lib/sources/arxiv-categories';

mount(
  <LibraryScreen
    categories={ARXIV_CATEGORIES}
    sites={sites}
    engines={engines}
    listUrl={browser.runtime.getURL('/popup.html')}
  />,
);
