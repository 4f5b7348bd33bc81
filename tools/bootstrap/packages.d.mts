/** Installs the packages, unless they are already newer than the lockfile. */
export function ensurePackages(root: string): Promise<void>;

/** True when the packages were installed after the lockfile was written. */
export function arePackagesFresh(root: string): boolean;
