import { configure } from '@testing-library/dom';

// A machine that runs several test files at once draws a screen later.
configure({ asyncUtilTimeout: 5_000 });
