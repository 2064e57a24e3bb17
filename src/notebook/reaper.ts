const endings = new Set<() => void>();
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

function endAll(): void {
  for (const end of endings) end();
  endings.clear();
}

function onSignal(signal: NodeJS.Signals): void {
  endAll();
  unwatch();
  // whoever else listens decides how the program ends; else it ends as if nobody had listened
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}

function watch(): void {
  process.on("exit", endAll);
  for (const signal of signals) process.on(signal, onSignal);
}

function unwatch(): void {
  process.off("exit", endAll);
  for (const signal of signals) process.off(signal, onSignal);
}

/**
 * Has something done when this process ends, by itself, by Ctrl-C or by a signal that can be caught; returns how to
 * take it back. Listeners exist only while there is something to end.
 */
export function endWithUs(end: () => void): () => void {
  if (endings.size === 0) watch();
  endings.add(end);
  return () => {
    if (endings.delete(end) && endings.size === 0) unwatch();
  };
}
