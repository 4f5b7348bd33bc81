import { configure } from '@testing-library/dom';

// Ends what hangs. A busy machine draws a screen late, not wrongly.
configure({ asyncUtilTimeout: 20_000 });
