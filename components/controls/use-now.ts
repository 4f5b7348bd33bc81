import { useEffect, useState } from 'react';
import { MINUTE } from '../../lib/model/dates';

/** The time in ms since epoch, renewed every minute: "2 h ago" stays true on a page left open. */
export function useNow(clock_: () => number = Date.now): number {
  const [now, setNow] = useState(clock_);
  useEffect(() => {
    const timer = setInterval(() => setNow(clock_()), MINUTE);
    return () => clearInterval(timer);
  }, [clock_]);
  return now;
}
